package org.aludel.maven.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.aludel.engine.Engine;
import org.aludel.migrations.check.RevisionCheck;
import org.aludel.migrations.check.Standing;
import org.aludel.migrations.command.AutogenerateResult;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.command.WantedModel;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.ScriptDirectory;
import org.aludel.orm.mapping.Registry;
import org.aludel.processor.IndexProcessor;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.SourceCompiler;

/**
 * One version of an application, in a class loader of its own: a mapped class {@code shop.Person}
 * with a column beside its key, a class that uses it through sessions, and the revisions that were
 * there when it was built.
 */
final class Release implements AutoCloseable {
  private static final String BASE =
      """
      package shop;
      public abstract class Base extends org.aludel.orm.mapping.DeclarativeBase {}
      """;

  /** Each command in a session of its own: add, set and read by the key. */
  private static final String DESK =
      """
      package shop;
      import java.util.function.BiFunction;
      import org.aludel.engine.*;
      import org.aludel.orm.session.SessionFactory;
      public final class Desk implements BiFunction<Engine, String, String> {
        @Override public String apply(Engine engine, String command) {
          String[] word = command.split(" ");
          SessionFactory sessions = SessionFactory.of(engine, Base.class,
              options -> options.schemaPolicy(SchemaCheck.Policy.valueOf(word[0])));
          return sessions.fromTransaction(session -> {
            if (word[1].equals("add")) {
              Person person = session.add(new Person(word[2]));
              session.flush();
              return String.valueOf(person.getId());
            }
            Person person = session.getOne(Person.class, Long.valueOf(word[2]));
            if (word[1].equals("set")) {
              person.set(word[3], word[4]);
            }
            return person.toString();
          });
        }
      }
      """;

  private final Path folder;
  private final URLClassLoader loader;

  private Release(Path folder, URLClassLoader loader) {
    this.folder = folder;
    this.loader = loader;
  }

  /**
   * @param fields of the class, each as its annotations and {@code String name}, the first one
   *     being what the constructor takes
   */
  static Release of(Path folder, List<String> fields) {
    StringBuilder body = new StringBuilder();
    StringBuilder set = new StringBuilder();
    StringBuilder shown = new StringBuilder("\"\"");
    for (String field : fields) {
      String name = field.substring(field.lastIndexOf(' ') + 1);
      body.append("  ").append(field).append(";\n");
      set.append("    if (what.equals(\"%1$s\")) { %1$s = value; }%n".formatted(name));
      shown.append(" + \"%1$s=\" + %1$s + \" \"".formatted(name));
    }
    String first = fields.get(0).substring(fields.get(0).lastIndexOf(' ') + 1);
    String person =
        """
        package shop;
        import jakarta.persistence.*;
        import org.aludel.orm.annotation.ServerDefault;
        @Entity @Table(name = "person")
        public class Person extends Base {
          @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
        %s  protected Person() {}
          public Person(String first) { this.%s = first; }
          public Long getId() { return id; }
          public void set(String what, String value) {
        %s  }
          @Override public String toString() { return (%s).trim(); }
        }
        """
            .formatted(body, first, set, shown);
    SourceCompiler.Outcome outcome =
        new SourceCompiler(folder)
            .processor(new MappingProcessor())
            .processor(new IndexProcessor())
            .compile(Map.of("shop.Base", BASE, "shop.Person", person, "shop.Desk", DESK));
    if (!outcome.success()) {
      throw new IllegalStateException(String.join("\n", outcome.messages()) + "\n" + person);
    }
    return new Release(folder, outcome.loader());
  }

  /** Adds a revision to those that it was built with. */
  Release revision(String id, List<String> follows, String up, String down) {
    ChangeSet step =
        ChangeSet.of(id + "-1", id, List.of(Change.sql(up)), List.of(Change.sql(down)));
    ScriptDirectory.of(folder.resolve("classes/db/migrations"))
        .write(
            Revision.of(id, follows, id, Instant.parse("2026-11-22T00:00:00Z"))
                .withChangeSets(List.of(step)),
            List.of());
    return this;
  }

  /**
   * Adds the revision that autogenerate writes for its classes and a database.
   *
   * @param settings as {@code -Dorm.name=value}, without the prefix
   */
  AutogenerateResult generate(Engine engine, Map<String, String> settings) {
    Map<String, String> properties = new HashMap<>();
    settings.forEach((name, value) -> properties.put("orm." + name, value));
    properties.put("orm.directory", "classes/db/migrations");
    Registry registry = Registry.discover(loader, Set.of("shop"));
    return Migrations.of(engine, SettingsLoader.load(folder, Map.of(), properties))
        .model(WantedModel.of(registry.metaData()))
        .autogenerate(null);
  }

  /** Undoes its last revision. */
  void back(Engine engine) {
    Migrations.of(engine).revisionsOf(loader).downgrade("-1");
  }

  /** Does what its deployment does to the database. */
  void migrate(Engine engine) {
    Migrations.of(engine).revisionsOf(loader).upgrade();
  }

  Standing standing(Engine engine) {
    return RevisionCheck.standing(engine, loader);
  }

  /** Adds a person by what the constructor takes; its key. */
  String add(Engine engine, String value) {
    return run(engine, "FAIL add " + value);
  }

  /** Sets one attribute by its name, in a session that reads the person first. */
  void set(Engine engine, String id, String attribute, String value) {
    run(engine, "FAIL set " + id + " " + attribute + " " + value);
  }

  /** All attributes but the key. */
  String read(Engine engine, String id) {
    return run(engine, "FAIL read " + id);
  }

  /**
   * @param command policy, verb and its words, as the class {@code shop.Desk} takes it
   */
  String run(Engine engine, String command) {
    try {
      @SuppressWarnings("unchecked") // the source above says so
      BiFunction<Engine, String, String> desk =
          (BiFunction<Engine, String, String>)
              loader.loadClass("shop.Desk").getConstructor().newInstance();
      return desk.apply(engine, command);
    } catch (ReflectiveOperationException notThere) {
      throw new IllegalStateException(notThere);
    }
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException notClosed) {
      throw new UncheckedIOException(notClosed);
    }
  }
}
