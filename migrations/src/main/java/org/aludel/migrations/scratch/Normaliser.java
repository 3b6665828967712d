package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aludel.compile.DdlCompiler;
import org.aludel.ddl.CreateOrder;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.NamespaceDdl;
import org.aludel.ddl.ObjectStatements;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Extension;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Lets the database spell a model: it is created in a scratch database and read back by the same
 * inspector that reads the live one. What a catalogue does not keep, whether a person chose a name
 * and whether a version matters, is taken from the model again.
 */
public final class Normaliser {
  private final String defaultSchema;

  /**
   * @param defaultSchema the schema whose objects go without a schema, such as {@code public}
   */
  public Normaliser(String defaultSchema) {
    this.defaultSchema = defaultSchema;
  }

  /**
   * A model with names and schemas as a database lists them, its expressions as typed. Pure; enough
   * for a comparison that finds nothing.
   */
  public MetaData spelled(MetaData model) {
    return ModelSpelling.of(model, defaultSchema);
  }

  /**
   * A model in the database's own spelling. The scratch database must be empty and holds the model
   * afterwards.
   *
   * @throws RevisionException MIG-SCRATCH-FAILED when the server refuses part of the model, with
   *     the statement
   */
  public MetaData normalise(MetaData model, ScratchDatabase scratch) {
    return normalise(model, List.of(), scratch);
  }

  /**
   * As {@link #normalise(MetaData, ScratchDatabase)}, with objects that only SQL can state. They
   * may need the model, and the model may need them.
   */
  public MetaData normalise(MetaData model, List<ScratchScript> objects, ScratchDatabase scratch) {
    MetaData spelled = spelled(model);
    try (Connection connection = scratch.connect(defaultSchema)) {
      if (objects.isEmpty()) {
        create(spelled, connection);
      } else {
        List<ScratchScript> all = new ArrayList<>(objects);
        all.addAll(0, scripts(spelled, connection));
        ScratchScript.runAll(connection, defaultSchema, all);
      }
      return restored(reflect(connection), spelled);
    }
  }

  /** Runs scripts of SQL in an empty scratch database, in the order in which they can be run. */
  public void create(List<ScratchScript> scripts, ScratchDatabase scratch) {
    try (Connection connection = scratch.connect(defaultSchema)) {
      ScratchScript.runAll(connection, defaultSchema, scripts);
    }
  }

  /** Creates all objects of a schema and commits. */
  void create(MetaData schema, Connection connection) {
    run(CreateOrder.createAll(schema), connection);
  }

  /** Creates objects that the schema is without so far, and commits. */
  void add(List<DefinedObject> objects, Connection connection) {
    run(
        objects.stream().flatMap(each -> ObjectStatements.create(each).stream()).toList(),
        connection);
  }

  private static void run(List<DdlStatement> ddl, Connection connection) {
    try {
      new ScratchSql(connection).run(compiled(ddl, connection));
      connection.commit();
    } catch (DatabaseException refused) {
      connection.rollback();
      Optional<RevisionException> role = ScratchRoles.lacking(refused);
      if (role.isPresent()) {
        throw role.get();
      }
      throw new RevisionException(
          Problem.of(MigrationCode.SCRATCH_FAILED, "cannot create the schema in a scratch database")
              .found(String.valueOf(refused.problem().found()))
              .expected("a model that PostgreSQL accepts")
              .fix("correct the type, default or expression that the statement shows"),
          refused);
    }
  }

  /** Schemas stand apart: what a table of the model needs may lie in one, made by a file. */
  private static List<ScratchScript> scripts(MetaData schema, Connection connection) {
    Map<Boolean, List<DdlStatement>> parts =
        CreateOrder.createAll(schema).stream()
            .collect(Collectors.partitioningBy(NamespaceDdl.CreateSchema.class::isInstance));
    return List.of(
        new ScratchScript("the schemas of the model", compiled(part(parts, true), connection)),
        new ScratchScript("the model", compiled(part(parts, false), connection)));
  }

  private static List<DdlStatement> part(Map<Boolean, List<DdlStatement>> parts, boolean schemas) {
    return parts.getOrDefault(schemas, List.of());
  }

  private static List<String> compiled(List<DdlStatement> ddl, Connection connection) {
    DdlCompiler compiler = connection.dialect().ddlCompiler();
    return connection.dialect().arranged(ddl).stream().map(compiler::compile).toList();
  }

  /** Reads a whole database. */
  MetaData reflect(Connection connection) {
    MetaData read =
        connection
            .dialect()
            .catalogReader()
            .read(connection.unwrap(java.sql.Connection.class), ReflectOptions.of(defaultSchema));
    connection.rollback();
    return read;
  }

  private static MetaData restored(MetaData read, MetaData model) {
    Map<QualifiedName, Table> tables =
        model.tables().stream()
            .collect(Collectors.toMap(Table::name, Function.identity(), (one, other) -> one));
    Map<String, Extension> extensions =
        model.extensions().stream()
            .collect(Collectors.toMap(Extension::name, Function.identity(), (one, other) -> one));
    return read.withTables(
            read.tables().stream().map(each -> restored(each, tables.get(each.name()))).toList())
        .withExtensions(
            read.extensions().stream()
                .map(each -> restored(each, extensions.get(each.name())))
                .toList());
  }

  /** A version that the model leaves open is the server's newest, and no wish. */
  private static Extension restored(Extension read, @Nullable Extension model) {
    boolean open = model == null || model.version() == null;
    return new Extension(read.name(), read.schema(), open ? null : read.version(), read.comment());
  }

  private static Table restored(Table read, @Nullable Table model) {
    return model == null
        ? read
        : read.withConstraints(
                read.constraints().stream().map(each -> restored(each, model)).toList())
            .withIndexes(read.indexes().stream().map(each -> restored(each, model)).toList());
  }

  private static Constraint restored(Constraint read, Table model) {
    return model.constraints().stream()
        .filter(each -> each.name().text().equals(read.name().text()))
        .findFirst()
        .map(each -> read.withName(new ConstraintName(read.name().text(), each.name().given())))
        .orElse(read);
  }

  private static Index restored(Index read, Table model) {
    return model.indexes().stream()
        .filter(each -> each.name().text().equals(read.name().text()))
        .findFirst()
        .map(each -> read.withName(new ConstraintName(read.name().text(), each.name().given())))
        .orElse(read);
  }
}
