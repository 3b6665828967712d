package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.util.Suggestion;

/** Tries one hint on a database; empty when the rename has been done or has nothing to act on. */
final class RenameAttempt implements RenameHint.Visitor<Optional<Operation>> {
  private final MetaData database;
  private final MetaData model;
  private final String defaultSchema;

  RenameAttempt(MetaData database, MetaData model, String defaultSchema) {
    this.database = database;
    this.model = model;
    this.defaultSchema = defaultSchema;
  }

  @Override
  public Optional<Operation> visitTable(RenameHint.OfTable hint) {
    boolean acts =
        database.table(hint.from()).isPresent()
            && database.table(hint.to()).isEmpty()
            && model.table(hint.to()).isPresent();
    return acts ? Optional.of(new TableOperation.Rename(hint.from(), hint.to())) : Optional.empty();
  }

  @Override
  public Optional<Operation> visitColumn(RenameHint.OfColumn hint) {
    boolean acts =
        hasColumn(database, hint.table(), hint.from())
            && !hasColumn(database, hint.table(), hint.to())
            && hasColumn(model, hint.table(), hint.to());
    return acts
        ? Optional.of(new ColumnOperation.Rename(hint.table(), hint.from(), hint.to()))
        : Optional.empty();
  }

  @Override
  public Optional<Operation> visitSequence(RenameHint.OfSequence hint) {
    boolean acts =
        sequence(database, hint.from()).isPresent()
            && sequence(database, hint.to()).isEmpty()
            && sequence(model, hint.to()).isPresent();
    return acts
        ? Optional.of(new SequenceOperation.Rename(hint.from(), hint.to()))
        : Optional.empty();
  }

  @Override
  public Optional<Operation> visitEnumValue(RenameHint.OfEnumValue hint) {
    boolean acts =
        hasLabel(database, hint.type(), hint.from())
            && !hasLabel(database, hint.type(), hint.to())
            && hasLabel(model, hint.type(), hint.to());
    return acts
        ? Optional.of(new EnumOperation.RenameValue(hint.type(), hint.from(), hint.to()))
        : Optional.empty();
  }

  /** Every reading of the text is tried; one must fit, now or because it has been done. */
  @Override
  public Optional<Operation> visitAny(RenameHint.OfAny hint) {
    List<RenameHint> readings = readings(hint.text());
    List<Operation> fitting =
        readings.stream().map(each -> each.accept(this)).flatMap(Optional::stream).toList();
    if (fitting.size() == 1) {
      return Optional.of(fitting.get(0));
    }
    if (fitting.size() > 1) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.AMBIGUOUS_RENAME,
                  "cannot rename as \"" + hint.text() + "\": it fits more than one object")
              .found(String.join("\n", fitting.stream().map(Operation::describe).toList()))
              .expected("a name that only one object has")
              .fix("write the schema too, as in billing.invoice.total:amount"));
    }
    if (readings.stream().noneMatch(this::alreadyDone)) {
      throw unknown(hint.text());
    }
    return Optional.empty();
  }

  private RevisionException unknown(String text) {
    String from = text.substring(0, Math.max(0, text.indexOf(':')));
    if (enumType(qualified(from))) {
      return new RevisionException(
          Problem.of(
                  MigrationCode.AMBIGUOUS_RENAME,
                  "cannot rename as \"" + text + "\": an enum type keeps its name")
              .found("enum type \"" + from + "\"")
              .expected("a table, column, sequence or label of an enum")
              .fix(
                  "write the revision by hand: ALTER TYPE … RENAME TO …, or let the type be created"
                      + " anew"));
    }
    return new RevisionException(
        Problem.of(
                MigrationCode.AMBIGUOUS_RENAME,
                "cannot rename as \"" + text + "\": it fits no object")
            .found(
                "nothing that the database names \""
                    + from
                    + "\" and the model names otherwise"
                    + Suggestion.phrase(from, names()))
            .expected("old:new, where old is in the database and new in the model")
            .fix(
                "-Dorm.rename=user_account.name:full_name   or   -Dorm.rename=old_table:new_table"));
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Table table : database.tables()) {
      names.add(table.name().toString());
      table.columns().forEach(each -> names.add(table.name() + "." + each.name()));
    }
    database.sequences().forEach(each -> names.add(each.name().toString()));
    return names;
  }

  /** The new name is there; the old one may be that of another object by now. */
  private boolean alreadyDone(RenameHint hint) {
    if (hint instanceof RenameHint.OfTable table) {
      return database.table(table.to()).isPresent();
    }
    if (hint instanceof RenameHint.OfColumn column) {
      return hasColumn(database, column.table(), column.to());
    }
    if (hint instanceof RenameHint.OfSequence sequence) {
      return sequence(database, sequence.to()).isPresent();
    }
    return hint instanceof RenameHint.OfEnumValue value
        && hasLabel(database, value.type(), value.to());
  }

  /** {@code a:b}, {@code a.b:c} and {@code a.b.c:d} as each kind that they may be. */
  private List<RenameHint> readings(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      return List.of();
    }
    String from = text.substring(0, colon).trim();
    String to = text.substring(colon + 1).trim();
    List<RenameHint> readings = new ArrayList<>();
    QualifiedName whole = qualified(from);
    QualifiedName target = to.contains(".") ? qualified(to) : new QualifiedName(whole.schema(), to);
    readings.add(new RenameHint.OfTable(whole, target));
    readings.add(new RenameHint.OfSequence(whole, target));
    int dot = from.lastIndexOf('.');
    if (dot > 0) {
      QualifiedName owner = qualified(from.substring(0, dot));
      String part = from.substring(dot + 1);
      readings.add(new RenameHint.OfColumn(owner, part, to));
      readings.add(new RenameHint.OfEnumValue(owner, part, to));
    }
    return List.copyOf(readings);
  }

  /** Objects of the default schema go without it, however a person writes them. */
  private QualifiedName qualified(String text) {
    int dot = text.indexOf('.');
    if (dot < 1 || dot == text.length() - 1) {
      return QualifiedName.of(text);
    }
    String schema = text.substring(0, dot);
    String name = text.substring(dot + 1);
    return schema.equals(defaultSchema) ? QualifiedName.of(name) : new QualifiedName(schema, name);
  }

  private boolean enumType(QualifiedName name) {
    return database.enums().stream().anyMatch(each -> each.name().equals(name));
  }

  private static boolean hasColumn(MetaData side, QualifiedName table, String column) {
    return side.table(table).flatMap(each -> each.column(column)).isPresent();
  }

  private static Optional<Sequence> sequence(MetaData side, QualifiedName name) {
    return side.sequences().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static boolean hasLabel(MetaData side, QualifiedName type, String label) {
    return side.enums().stream()
        .filter(each -> each.name().equals(type))
        .map(EnumType::labels)
        .anyMatch(labels -> labels.contains(label));
  }
}
