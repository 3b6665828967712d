package org.aludel.migrations.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aludel.engine.Engine;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;

/** A project: a database, a directory for revisions, settings, and a clock that stands still. */
final class Workshop implements AutoCloseable {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private final Engine engine;
  private final Path directory;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Random random = new Random(7);

  Workshop(TestDatabase database, Path directory) {
    this(
        Engine.create(
            database.jdbcUrl(),
            options -> options.unpooled().user(database.user()).password(database.password())),
        directory);
  }

  /** Over an engine that is closed with this. */
  Workshop(Engine engine, Path directory) {
    this.engine = engine;
    this.directory = directory;
  }

  /** Adds a setting, as {@code -Dorm.name=value} does. */
  Workshop with(String name, String value) {
    properties.put("orm." + name, value);
    return this;
  }

  /** The commands with a model of these tables. */
  Migrations model(Table... tables) {
    return model(MetaData.ofTables(List.of(tables)));
  }

  /** The commands with this model. */
  Migrations model(MetaData schema) {
    return Migrations.of(engine, SettingsLoader.load(directory, Map.of(), properties))
        .model(WantedModel.of(schema))
        .chance(Clock.fixed(NOON, ZoneOffset.UTC), random);
  }

  Path revisions() {
    return directory.resolve("src/main/resources/db/migrations");
  }

  /** A table with a key and text columns, {@code !} behind a name makes it NOT NULL. */
  static Table table(String name, String... columns) {
    List<Column> all = new ArrayList<>();
    all.add(Column.of("id", SqlTypes.BIGINT).notNull());
    for (String column : columns) {
      Column text = Column.of(column.replace("!", ""), SqlTypes.TEXT);
      all.add(column.endsWith("!") ? text.notNull() : text);
    }
    return new Table(
        QualifiedName.of(name),
        all,
        List.of(PrimaryKey.of(ConstraintName.conventional(name + "_pkey"), List.of("id"))),
        List.of(),
        null);
  }

  @Override
  public void close() {
    engine.close();
  }
}
