package org.aludel.migrations.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.compile.DdlCompiler;
import org.aludel.ddl.CreateOrder;
import org.aludel.engine.Engine;
import org.aludel.migrations.operation.RandomSchema;
import org.aludel.schema.MetaData;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From any schema to any other and back: what no one thought of. */
@PostgresTest
final class RandomEvolutionTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void anySchemaBecomesAnyOtherAndBack(long seed, TestDatabase database) {
    try (Engine engine = Engine.create(database.dataSource())) {
      Evolution evolution =
          Evolution.on(database)
              .before(sql(RandomSchema.of(seed), engine.dialect().ddlCompiler()))
              .after(sql(RandomSchema.of(seed + 100), engine.dialect().ddlCompiler()));

      evolution.check();
    }
  }

  private static String sql(MetaData schema, DdlCompiler compiler) {
    List<String> statements =
        CreateOrder.createAll(schema).stream().map(compiler::compile).toList();
    return statements.stream().collect(Collectors.joining(";\n", "", ";\n"));
  }
}
