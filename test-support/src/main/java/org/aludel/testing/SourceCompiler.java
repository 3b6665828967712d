package org.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles Java text in a folder of its own, on the class path of the tests; for annotation
 * processors and for what must not compile. Every lint is on but {@code processing}, which warns of
 * every annotation that no processor claims. The folder keeps what was written, so that a second
 * compilation is an incremental one.
 *
 * <pre>{@code
 * SourceCompiler compiler = new SourceCompiler(folder).processor(new MappingProcessor());
 * assertThat(compiler.compile(Map.of("shop.User", text)).messages()).isEmpty();
 * }</pre>
 */
public final class SourceCompiler {
  private final Path folder;
  private final List<Processor> processors = new ArrayList<>();

  /** A compiler that writes classes and sources into an empty folder. */
  public SourceCompiler(Path folder) {
    this.folder = folder;
  }

  /** Runs a processor in the compilations that follow; without one none runs. */
  public SourceCompiler processor(Processor processor) {
    processors.add(processor);
    return this;
  }

  /** Compiles classes that are given by full name and text. */
  public Outcome compile(Map<String, String> classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              options(),
              null,
              files.getJavaFileObjectsFromPaths(write(classes)));
      task.setProcessors(processors);
      boolean success = task.call();
      List<String> messages =
          diagnostics.getDiagnostics().stream()
              .map(one -> one.getKind() + ": " + one.getMessage(Locale.ROOT))
              .sorted()
              .toList();
      return new Outcome(folder, success, messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> options() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("generated"));
    Path output = Files.createDirectories(folder.resolve("classes"));
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xlint:all,-processing",
                "-Xmaxerrs",
                "10000",
                "--release",
                "17",
                "-parameters",
                "-d",
                output.toString(),
                "-s",
                sources.toString(),
                "-cp",
                output + java.io.File.pathSeparator + System.getProperty("java.class.path")));
    if (processors.isEmpty()) {
      options.add("-proc:none");
    }
    return options;
  }

  private List<Path> write(Map<String, String> classes) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> entry : classes.entrySet()) {
      Path path = folder.resolve("sources").resolve(entry.getKey().replace('.', '/') + ".java");
      Files.createDirectories(path.getParent());
      paths.add(Files.writeString(path, entry.getValue()));
    }
    paths.sort(null);
    return paths;
  }

  /**
   * What a compilation gave.
   *
   * @param messages all errors and warnings, sorted, each with its kind before it
   */
  public record Outcome(Path folder, boolean success, List<String> messages) {
    public Outcome {
      messages = List.copyOf(messages);
    }

    /** The text of a generated class. */
    public String generated(String name) {
      return text("generated/" + name.replace('.', '/') + ".java");
    }

    /** The text of a resource beside the classes. */
    public String resource(String path) {
      return text("classes/" + path);
    }

    private String text(String path) {
      try {
        return Files.readString(folder.resolve(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A loader of the compiled classes, below the one of the tests; the caller closes it. */
    public URLClassLoader loader() {
      try {
        URL[] urls = {folder.resolve("classes").toUri().toURL()};
        return new URLClassLoader(urls, SourceCompiler.class.getClassLoader());
      } catch (MalformedURLException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
