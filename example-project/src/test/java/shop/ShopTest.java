package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The program of the first page does what it says. */
@PostgresTest
class ShopTest {
  @Test
  void storesReadsAndChangesItsObjects(TestDatabase database) {
    String url =
        "postgresql://%s:%s@%s:%d/%s"
            .formatted(
                database.user(),
                database.password(),
                database.host(),
                database.port(),
                database.name());
    try (Engine engine = Engine.create(url)) {
      engine.createAll(Registry.of(Base.class).metaData());
    }

    String printed = printed(() -> Shop.main(new String[] {url}));

    assertThat(printed)
        .contains(
            "sandy has the id 1",
            "pearl has the id 2, created by the database's clock",
            "pearl has 1 address",
            "Line[name=pearl the first, email=pearl@example.org]");
  }

  private static String printed(Runnable program) {
    PrintStream standard = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(standard);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
