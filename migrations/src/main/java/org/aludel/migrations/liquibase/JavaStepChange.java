package org.aludel.migrations.liquibase;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeMetaData;
import liquibase.change.CheckSum;
import liquibase.change.DatabaseChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.CustomChangeException;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import org.aludel.error.AludelException;
import org.aludel.migrations.step.JavaMigration;
import org.aludel.migrations.step.StepCall;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's {@code customChange}, which also knows our steps in Java; any other class is left to
 * Liquibase. Found by it as a service, and preferred to its own by the priority.
 *
 * <p>What stands under {@code rollback:} is undone, as our runner does it.
 */
@DatabaseChange(
    name = "customChange",
    description = "Runs a class: one of Liquibase's kinds, or a step in Java of Aludel",
    priority = ChangeMetaData.PRIORITY_DEFAULT + JavaStepChange.PREFERRED)
public final class JavaStepChange extends CustomChangeWrapper {
  static final int PREFERRED = 50;
  private @Nullable String step;
  private final Map<String, String> parameters = new TreeMap<>();

  /** For Liquibase. */
  public JavaStepChange() {}

  @Override
  public void load(ParsedNode node, ResourceAccessor files) throws ParsedNodeException {
    String name = node.getChildValue(null, "class", String.class);
    if (name == null || !isOurs(name)) {
      super.load(node, files);
      return;
    }
    step = name;
    ParsedNode many = node.getChild(null, "params");
    for (ParsedNode each : (many == null ? node : many).getChildren(null, "param")) {
      String key = each.getChildValue(null, "name", String.class);
      Object value = each.getChildValue(null, "value");
      if (key == null) {
        throw new ParsedNodeException("a param of " + name + " has no name");
      }
      parameters.put(key, String.valueOf(value == null ? each.getValue() : value));
    }
  }

  /** A class that is not there is Liquibase's to report. */
  private static boolean isOurs(String name) {
    try {
      Class<?> type = Class.forName(name, false, Scope.getCurrentScope().getClassLoader());
      return JavaMigration.class.isAssignableFrom(type);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private StepCall call(String name) {
    Optional<StepCall> call =
        StepCall.of(
            Scope.getCurrentScope().getClassLoader(),
            name,
            new HashMap<>(parameters),
            isRollback(),
            String.valueOf(getChangeSet()));
    return call.orElseThrow(() -> new IllegalStateException(name + " was one of ours"));
  }

  private boolean isRollback() {
    ChangeSet set = getChangeSet();
    return set != null
        && set.getRollback() != null
        && set.getRollback().getChanges().stream().anyMatch(each -> each == this);
  }

  @Override
  public CustomChangeWrapper setClass(String className) throws CustomChangeException {
    if (isOurs(className)) {
      step = className;
      return this;
    }
    return super.setClass(className);
  }

  @Override
  public String getClassName() {
    return step == null ? super.getClassName() : step;
  }

  @Override
  public void setParam(String name, String value) {
    parameters.put(name, value);
    super.setParam(name, value);
  }

  @Override
  public ValidationErrors validate(Database database) {
    if (step == null) {
      return super.validate(database);
    }
    ValidationErrors errors = new ValidationErrors();
    try {
      call(step);
    } catch (AludelException e) {
      errors.addError(e.getMessage());
    }
    return errors;
  }

  @Override
  public Warnings warn(Database database) {
    return step == null ? super.warn(database) : new Warnings();
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    if (step == null) {
      return super.generateStatements(database);
    }
    if (isRun(database)) {
      try {
        new LiquibaseStep(database, getChangeSet()).run(call(step));
      } catch (Exception e) {
        throw new UnexpectedLiquibaseException(e);
      }
    }
    return new SqlStatement[0];
  }

  /** Liquibase asks for statements also where nothing is to be run, such as for a script of SQL. */
  private static boolean isRun(Database database) {
    Executor executor =
        Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
    return !(executor instanceof LoggingExecutor)
        && Scope.getCurrentScope().get(Change.SHOULD_EXECUTE, Boolean.TRUE);
  }

  /** Only what is listed under {@code rollback:} undoes anything. */
  @Override
  public SqlStatement[] generateRollbackStatements(Database database)
      throws RollbackImpossibleException {
    if (step == null) {
      return super.generateRollbackStatements(database);
    }
    throw new RollbackImpossibleException(step + " has no rollback in its changeSet");
  }

  @Override
  public boolean supportsRollback(Database database) {
    return step == null && super.supportsRollback(database);
  }

  /** Of the class, its version and its parameters, so that code may be tidied up. */
  @Override
  public CheckSum generateCheckSum() {
    return step == null
        ? super.generateCheckSum()
        : CheckSum.compute(step + ":" + call(step).migration().version() + ":" + parameters);
  }

  @Override
  public String getConfirmationMessage() {
    return step == null ? super.getConfirmationMessage() : "Step " + step + " has run";
  }

  @Override
  public Object getSerializableFieldValue(String field) {
    return step != null && field.equals("class") ? step : super.getSerializableFieldValue(field);
  }
}
