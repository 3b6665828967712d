package shop;

import org.aludel.engine.Connection;
import org.aludel.engine.Engine;

/** Lists the tables of the shop's database, with SQL by hand. */
public final class Tables {
  private Tables() {}

  public static void main(String[] arguments) {
    try (Engine engine = Engine.create(arguments[0]);
        Connection connection = engine.connect()) {
      String sql = "SELECT tablename FROM pg_tables WHERE schemaname = ? ORDER BY tablename";
      connection
          .execute(sql, "public")
          .all()
          .forEach(row -> System.out.println("table " + row.get("tablename")));
    }
  }
}
