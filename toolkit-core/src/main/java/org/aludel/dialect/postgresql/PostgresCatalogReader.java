package org.aludel.dialect.postgresql;

import java.sql.Connection;
import java.util.Collection;
import java.util.Set;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.ErrorCode;
import org.aludel.reflect.CatalogReader;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;

/**
 * Reads the catalogue of PostgreSQL 13 to 18, fifteen statements for a database of any size. Owners
 * of objects are not read. Comments of extensions that equal their control file's are no comments.
 * What other sessions change meanwhile is read again, up to three times.
 */
public final class PostgresCatalogReader implements CatalogReader {
  /** How often a catalogue is read that changes meanwhile. */
  private static final int ATTEMPTS = 3;

  @Override
  public MetaData read(Connection connection, ReflectOptions options) {
    for (int attempt = 1; ; attempt++) {
      try {
        return readOnce(connection, options);
      } catch (DatabaseException e) {
        // In the caller's transaction nothing more can be asked: it has failed, or its snapshot
        // stays as it is.
        boolean own = PostgresCatalogSession.isOwnTransaction(connection);
        if (!own || attempt == ATTEMPTS || !mayBeOfTheMoment(e)) {
          throw own ? new PostgresCatalogDiagnosis(connection).explained(e) : e;
        }
      }
    }
  }

  @Override
  public Set<ObjectReference> existing(Connection connection, Collection<ObjectReference> wanted) {
    return PostgresExistence.of(connection, wanted);
  }

  /** What another session's change can cause is no failure until it stays. */
  private static boolean mayBeOfTheMoment(DatabaseException failure) {
    ErrorCode code = failure.problem().code();
    return code == EngineCode.CATALOG_CHANGED || code == EngineCode.CATALOG_BROKEN;
  }

  private static MetaData readOnce(Connection connection, ReflectOptions options) {
    try (PostgresCatalogSession session =
        PostgresCatalogSession.open(connection, options.defaultSchema())) {
      PostgresCatalogSql sql = new PostgresCatalogSql(session.majorVersion(), options);
      PostgresCatalogScope scope = new PostgresCatalogScope(options);
      PostgresObjectIndex index = new PostgresObjectIndex();
      PostgresObjectRows objects = new PostgresObjectRows(scope, index);
      session.query("schemas", sql.namespaces(), objects::addNamespace);
      session.query("extensions", sql.extensions(), objects::addExtension);
      PostgresTypeRows types = new PostgresTypeRows(scope, index);
      session.query("types", sql.types(), types::add);
      PostgresTableRows tables = readTables(session, sql, scope, index);
      PostgresSequenceRows sequences = tables.sequences();
      PostgresDefinedRows defined = new PostgresDefinedRows(scope, index);
      session.query("routines, triggers and the like", sql.definedObjects(), defined::add);
      PostgresDependencyRows dependencies = new PostgresDependencyRows(index);
      session.query("dependencies", sql.dependencies(), dependencies::add);
      PostgresPrivilegeRows privileges = new PostgresPrivilegeRows(index, scope);
      session.query("privileges", sql.privileges(), privileges::add);
      session.query("other objects", sql.uncovered(), objects::addUncovered);
      return MetaData.empty()
          .copy()
          .namespaces(objects.namespaces())
          .extensions(objects.extensions())
          .enums(types.enums())
          .domains(types.domains())
          .compositeTypes(tables.compositeTypes())
          .rangeTypes(types.ranges())
          .sequences(sequences.standalone())
          .tables(tables.tables())
          .views(tables.views())
          .definedObjects(defined.objects())
          .grants(privileges.grants())
          .dependencies(dependencies.dependencies())
          .uncovered(scope.uncovered())
          .build();
    }
  }

  /** Relations with their columns, constraints and indexes, and sequences, which columns have. */
  private static PostgresTableRows readTables(
      PostgresCatalogSession session,
      PostgresCatalogSql sql,
      PostgresCatalogScope scope,
      PostgresObjectIndex index) {
    PostgresSequenceRows sequences = new PostgresSequenceRows(scope, index);
    PostgresTableRows tables = new PostgresTableRows(scope, index, sequences);
    session.query("tables and views", sql.relations(), tables::addRelation);
    session.query("sequences", sql.sequences(), sequences::add);
    session.query("columns", sql.columns(), tables::addColumn);
    PostgresIndexRows indexes = new PostgresIndexRows(scope, index, tables);
    session.query("indexes", sql.indexes(), indexes::add);
    session.query("keys of indexes", sql.indexKeys(), indexes::addKey);
    session.query(
        "constraints",
        sql.constraints(),
        new PostgresConstraintRows(scope, index, tables, indexes)::add);
    indexes.finish();
    return tables;
  }
}
