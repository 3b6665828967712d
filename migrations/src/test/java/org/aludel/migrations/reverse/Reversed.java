package org.aludel.migrations.reverse;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.engine.Engine;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.model.ModelSource;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.SessionFactory;
import org.aludel.processor.IndexProcessor;
import org.aludel.processor.MappingProcessor;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.testing.SourceCompiler;
import org.aludel.testing.TestDatabase;

/** A database turned into files, and these into a model again. */
record Reversed(TestDatabase database, Path folder, MetaData live, ReverseFiles files) {
  static final String PACKAGE = "shop.domain";

  static Reversed of(TestDatabase database, Path folder) {
    return of(database, folder, ReverseRules.of(PACKAGE));
  }

  static Reversed of(TestDatabase database, Path folder, ReverseRules rules) {
    try (Engine engine = Engine.create(database.dataSource());
        org.aludel.engine.Connection connection = engine.connect()) {
      MetaData live = connection.inspector().reflect(ReflectOptions.of("public"));
      Reversal reversal = new Reversal(engine.dialect(), options(engine));
      return new Reversed(database, folder, live, reversal.of(live, rules));
    }
  }

  private static CompareOptions options(Engine engine) {
    return CompareOptions.of(engine.dialect().quoter(), "public")
        .withSchemas(Set.of())
        .withDrops(CompareOptions.Drops.allowed());
  }

  /** What the compiler says, and the differences of classes and files from the database. */
  List<String> faults() throws IOException, ClassNotFoundException {
    Map<String, String> classes = new TreeMap<>();
    files
        .classes()
        .forEach(
            (path, text) ->
                classes.put(path.substring(0, path.length() - 5).replace('/', '.'), text));
    Path objects = objects();
    if (classes.isEmpty()) {
      try (Engine engine = Engine.create(database.jdbcUrl())) {
        return differences(engine, MetaData.ofTables(List.of()), objects);
      }
    }
    SourceCompiler.Outcome outcome =
        new SourceCompiler(folder)
            .processor(new MappingProcessor())
            .processor(new IndexProcessor())
            .compile(classes);
    if (!outcome.messages().isEmpty()) {
      return outcome.messages();
    }
    try (URLClassLoader loader = outcome.loader();
        Engine engine = Engine.create(database.jdbcUrl())) {
      Registry registry = Registry.of(loader.loadClass(PACKAGE + ".Base"));
      SessionFactory.of(engine, registry);
      return differences(engine, registry.metaData(), objects);
    }
  }

  private Path objects() throws IOException {
    Path objects = folder.resolve("database");
    for (Map.Entry<String, String> file : files.objects().entrySet()) {
      Path path = objects.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return objects;
  }

  private List<String> differences(Engine engine, MetaData said, Path objects) {
    CompareOptions options = options(engine);
    MetaData wanted = ModelSource.of(said, objects).wanted(live, options, ScratchServer.of(engine));
    List<String> found = new ArrayList<>();
    Comparison.compare(live, wanted, options).operations().stream()
        .map(Operation::describe)
        .forEach(found::add);
    return found;
  }
}
