package org.aludel.dialect.postgresql;

import java.sql.Connection;
import org.aludel.reflect.CatalogReader;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;

/**
 * Reads the catalogue of PostgreSQL 13 to 18, fifteen statements for a database of any size. Owners
 * of objects are not read. Comments of extensions that equal their control file's are no comments.
 */
public final class PostgresCatalogReader implements CatalogReader {
  @Override
  public MetaData read(Connection connection, ReflectOptions options) {
    try (PostgresCatalogSession session =
        PostgresCatalogSession.open(connection, options.defaultSchema())) {
      PostgresCatalogSql sql = new PostgresCatalogSql(session.majorVersion(), options);
      PostgresCatalogScope scope = new PostgresCatalogScope(options);
      PostgresObjectIndex index = new PostgresObjectIndex();
      PostgresObjectRows objects = new PostgresObjectRows(scope, index);
      session.query(sql.namespaces(), objects::addNamespace);
      session.query(sql.extensions(), objects::addExtension);
      PostgresTypeRows types = new PostgresTypeRows(scope, index);
      session.query(sql.types(), types::add);
      PostgresTableRows tables = readTables(session, sql, scope, index);
      PostgresSequenceRows sequences = tables.sequences();
      PostgresDefinedRows defined = new PostgresDefinedRows(scope, index);
      session.query(sql.definedObjects(), defined::add);
      PostgresDependencyRows dependencies = new PostgresDependencyRows(index);
      session.query(sql.dependencies(), dependencies::add);
      PostgresPrivilegeRows privileges = new PostgresPrivilegeRows(index, scope);
      session.query(sql.privileges(), privileges::add);
      session.query(sql.uncovered(), objects::addUncovered);
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
    session.query(sql.relations(), tables::addRelation);
    session.query(sql.sequences(), sequences::add);
    session.query(sql.columns(), tables::addColumn);
    PostgresIndexRows indexes = new PostgresIndexRows(scope, index, tables);
    session.query(sql.indexes(), indexes::add);
    session.query(sql.indexKeys(), indexes::addKey);
    session.query(
        sql.constraints(), new PostgresConstraintRows(scope, index, tables, indexes)::add);
    indexes.finish();
    return tables;
  }
}
