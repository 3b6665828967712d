package org.aludel.migrations.extension;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.operation.CustomOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.Revision;

/**
 * All that users add to migrations, in the order in which it was added.
 *
 * <pre>{@code
 * Extensions mine = Extensions.none()
 *     .byName(name -> !name.name().startsWith("tmp_"))
 *     .rewriter(OperationRewriter.of(IndexOperation.Drop.class, drop -> List.of()));
 * Migrations.of(engine, settings).extensions(mine).autogenerate("next");
 * }</pre>
 *
 * Immutable; as thread-safe as what was added.
 */
public final class Extensions {
  private final Filters filters;
  private final ColumnHooks hooks;
  private final List<SchemaComparator> comparators;
  private final List<RevisionRewriter> rewriters;
  private final List<OperationRenderer> renderers;
  private final List<AfterWriteHook> afterWrite;
  private final List<VersionHook> moves;
  private final Map<String, String> arguments;

  private Extensions(
      Filters filters,
      ColumnHooks hooks,
      List<SchemaComparator> comparators,
      List<RevisionRewriter> rewriters,
      Writing writing) {
    this.filters = filters;
    this.hooks = hooks;
    this.comparators = List.copyOf(comparators);
    this.rewriters = List.copyOf(rewriters);
    this.renderers = List.copyOf(writing.renderers());
    this.afterWrite = List.copyOf(writing.afterWrite());
    this.moves = List.copyOf(writing.moves());
    this.arguments = writing.arguments();
  }

  private record Writing(
      List<OperationRenderer> renderers,
      List<AfterWriteHook> afterWrite,
      List<VersionHook> moves,
      Map<String, String> arguments) {}

  /** Nothing is added. */
  public static Extensions none() {
    return new Extensions(
        Filters.none(),
        ColumnHooks.none(),
        List.of(),
        List.of(),
        new Writing(List.of(), List.of(), List.of(), Map.of()));
  }

  /**
   * What the plugins that a class loader sees add.
   *
   * @throws RevisionException EXTENSION_FAILED for one that cannot be made
   */
  public static Extensions load(ClassLoader loader) {
    return none().andLoaded(loader);
  }

  /** The same and what the plugins that a class loader sees add. */
  public Extensions andLoaded(ClassLoader loader) {
    Extensions all = this;
    for (Plugin plugin : plugins(loader)) {
      Extensions given = all;
      all = ExtensionCall.ask(plugin, "setup", () -> plugin.addTo(given));
    }
    return all;
  }

  private static List<Plugin> plugins(ClassLoader loader) {
    try {
      return ServiceLoader.load(Plugin.class, loader).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(each -> each.getClass().getName()))
          .toList();
    } catch (ServiceConfigurationError broken) {
      throw new RevisionException(
          Problem.of(MigrationCode.EXTENSION_FAILED, "cannot load the plugins of migrations")
              .found(String.valueOf(broken.getMessage()))
              .expected("public classes with a constructor without parameters")
              .fix("correct META-INF/services/" + Plugin.class.getName()),
          broken);
    }
  }

  /** Adds a filter by name. */
  public Extensions byName(NameFilter filter) {
    return with(filters.byName(filter), hooks);
  }

  /** Adds a filter by object. */
  public Extensions byObject(ObjectFilter filter) {
    return with(filters.byObject(filter), hooks);
  }

  /** Adds a hook for types and defaults. */
  public Extensions columnHook(ColumnHook hook) {
    return with(filters, hooks.and(hook));
  }

  /** Adds a comparator. */
  public Extensions comparator(SchemaComparator comparator) {
    return new Extensions(filters, hooks, and(comparators, comparator), rewriters, writing());
  }

  /** Adds a rewriter, which sees what those before it made. */
  public Extensions rewriter(RevisionRewriter rewriter) {
    return new Extensions(filters, hooks, comparators, and(rewriters, rewriter), writing());
  }

  /** Adds a renderer. */
  public Extensions renderer(OperationRenderer renderer) {
    return with(new Writing(and(renderers, renderer), afterWrite, moves, arguments));
  }

  /** Adds a hook for files. */
  public Extensions afterWrite(AfterWriteHook hook) {
    return with(new Writing(renderers, and(afterWrite, hook), moves, arguments));
  }

  /** Adds a hook for steps of the database. */
  public Extensions versionHook(VersionHook hook) {
    return with(new Writing(renderers, afterWrite, and(moves, hook), arguments));
  }

  /** The same with other arguments, which plugins read when they add. */
  public Extensions arguments(Map<String, String> given) {
    return with(new Writing(renderers, afterWrite, moves, Map.copyOf(given)));
  }

  /** What the person handed to plugins: {@code -Dorm.arg.region=eu} is {@code region}. */
  public Map<String, String> arguments() {
    return arguments;
  }

  private Extensions with(Filters newFilters, ColumnHooks newHooks) {
    return new Extensions(newFilters, newHooks, comparators, rewriters, writing());
  }

  private Extensions with(Writing writing) {
    return new Extensions(filters, hooks, comparators, rewriters, writing);
  }

  private Writing writing() {
    return new Writing(renderers, afterWrite, moves, arguments);
  }

  private static <T> List<T> and(List<T> some, T one) {
    List<T> more = new ArrayList<>(some);
    more.add(Objects.requireNonNull(one));
    return more;
  }

  /**
   * What a comparison is given.
   *
   * @param patterns as for {@link Comparators#of}
   */
  public ComparisonAdditions comparison(List<String> patterns) {
    return new ComparisonAdditions(filters, hooks, Comparators.of(comparators, patterns));
  }

  /** Whether something may change what is written. */
  public boolean rewrites() {
    return !rewriters.isEmpty();
  }

  /** What is to be written in the place of one revision, without those that do nothing. */
  public List<RevisionDirective> rewritten(
      RevisionDirective directive, RevisionRewriter.Sides sides) {
    List<RevisionDirective> directives = List.of(directive);
    for (RevisionRewriter rewriter : rewriters) {
      List<RevisionDirective> given = directives;
      directives = ExtensionCall.ask(rewriter, "rewriting", () -> rewriter.rewrite(given, sides));
    }
    return directives.stream().filter(each -> !each.operations().isEmpty()).toList();
  }

  /** How an operation stands in the file, where it is not for Aludel to say. */
  public Optional<List<Change>> changes(Operation operation) {
    for (OperationRenderer renderer : renderers) {
      Optional<List<Change>> changes = asked(renderer, operation, renderer::changes);
      if (changes.isPresent()) {
        return changes;
      }
    }
    return operation instanceof CustomOperation custom
        ? Optional.of(asked(custom, operation, each -> custom.changes()))
        : Optional.empty();
  }

  private static <T> T asked(Object extension, Operation about, Function<Operation, T> ask) {
    return ExtensionCall.ask(extension, about.describe(), () -> ask.apply(about));
  }

  /** Calls the hooks for a file, in order; the first that fails ends it. */
  public void written(Path file, Revision revision) {
    for (AfterWriteHook hook : afterWrite) {
      ExtensionCall.ask(
          hook,
          file,
          () -> {
            hook.written(file, revision);
            return file;
          });
    }
  }

  /** Tells the hooks of a step, in order. */
  public void moving(VersionMove move, Connection connection) {
    for (VersionHook hook : moves) {
      ExtensionCall.ask(
          hook,
          move.revision().title(),
          () -> {
            hook.moving(move, connection);
            return move;
          });
    }
  }
}
