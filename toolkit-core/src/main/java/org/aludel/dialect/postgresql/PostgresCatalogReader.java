package org.aludel.dialect.postgresql;

import java.sql.Connection;
import org.aludel.reflect.CatalogReader;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;

/**
 * Reads the catalogue of PostgreSQL 13 to 18, twelve statements for a database of any size. Owners
 * of objects are not read; privileges that somebody granted are reported as uncovered. Comments of
 * extensions that equal their control file's are no comments.
 */
public final class PostgresCatalogReader implements CatalogReader {
  @Override
  public MetaData read(Connection connection, ReflectOptions options) {
    try (PostgresCatalogSession session =
        PostgresCatalogSession.open(connection, options.defaultSchema())) {
      PostgresCatalogSql sql = new PostgresCatalogSql(session.majorVersion(), options.schemas());
      PostgresCatalogScope scope = new PostgresCatalogScope(options);
      PostgresObjectRows objects = new PostgresObjectRows(scope);
      session.query(sql.namespaces(), objects::addNamespace);
      session.query(sql.extensions(), objects::addExtension);
      session.query(sql.enums(), objects::addEnum);
      PostgresTableRows tables = new PostgresTableRows(scope);
      session.query(sql.tables(), tables::addTable);
      PostgresSequenceRows sequences = new PostgresSequenceRows(scope);
      session.query(sql.sequences(), sequences::add);
      session.query(sql.columns(), row -> tables.addColumn(row, sequences));
      PostgresIndexRows indexes = new PostgresIndexRows(scope, tables);
      session.query(sql.indexes(), indexes::add);
      session.query(sql.indexKeys(), indexes::addKey);
      PostgresConstraintRows constraints = new PostgresConstraintRows(scope, tables, indexes);
      session.query(sql.constraints(), constraints::add);
      session.query(sql.uncovered(), objects::addUncovered);
      indexes.finish();
      return new MetaData(
          objects.namespaces(),
          objects.extensions(),
          objects.enums(),
          sequences.standalone(),
          tables.tables(),
          scope.uncovered());
    }
  }
}
