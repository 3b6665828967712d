package org.aludel.migrations.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aludel.engine.Engine;
import org.aludel.migrations.authoring.RevisionAuthor;
import org.aludel.migrations.authoring.WrittenRevision;
import org.aludel.migrations.check.ClassPathRevisions;
import org.aludel.migrations.check.RevisionIndex;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.migrations.extension.Extensions;
import org.aludel.migrations.hook.ProgramHook;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.render.Rendering;
import org.aludel.migrations.repair.Repair;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunDialect;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.runtime.VersionStore;
import org.aludel.migrations.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;

/**
 * What every command works with.
 *
 * @param connected whether the database may be asked; without, the engine serves for its dialect
 * @param serverless why no scratch database can be made on the engine's server, or null
 * @param model the wanted schema of mapped classes, or null when nobody handed one in
 * @param clock gives new revisions their time
 * @param random gives new revisions their id
 * @param extensions what users add
 */
record Workbench(
    Engine engine,
    boolean connected,
    @Nullable String serverless,
    ScriptDirectory scripts,
    Settings settings,
    RunnerOptions options,
    ProgressListener listener,
    @Nullable WantedModel model,
    Clock clock,
    RandomGenerator random,
    Extensions extensions) {

  /** What settings say, on an engine that leads to a server. */
  static Workbench of(Engine engine, Settings settings) {
    if (settings.tenants().given()) {
      RunDialect.of(engine.dialect()).require(RunDialect.Feature.TENANTS);
    }
    if (settings.writing().online()) {
      RunDialect.of(engine.dialect()).require(RunDialect.Feature.ONLINE);
    }
    return new Workbench(
        engine,
        true,
        null,
        ScriptDirectory.of(settings.directories()).withLayout(settings.layout()),
        settings,
        Running.options(settings, engine.dialect())
            .withLossy(LossPolicy.valueOf(settings.lossy().name())),
        ProgressListener.SILENT,
        null,
        Clock.systemUTC(),
        new SecureRandom(),
        ProgramHook.added(Extensions.none(), settings.hooks()));
  }

  /** What an application knows at its start: what its build packed. */
  static Workbench atStart(Engine engine, @Nullable String database) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? Migrations.class.getClassLoader() : context;
    return of(engine, SettingsLoader.defaults(Path.of(""))).packedIn(loader, database);
  }

  /**
   * The same with the revisions that a build packed, noted where its settings said; settings that
   * name another place are stronger.
   *
   * @param database one of several of the application; null where it has one
   */
  Workbench packedIn(ClassLoader loader, @Nullable String database) {
    RevisionIndex packed = ClassPathRevisions.packed(loader, database);
    boolean usual = options.store().equals(VersionStore.USUAL);
    return withScripts(ScriptDirectory.ofClassPath(loader, packed.locations()))
        .withOptions(options.withStore(usual ? packed.store() : options.store()).withSteps(loader));
  }

  /** A runner for a graph on the live database. */
  MigrationRunner runner(RevisionMap revisions) {
    return new MigrationRunner(
        engine, revisions, NativeChanges.of(engine.dialect()), options, hooked());
  }

  /** A runner for a graph on a scratch database, whose rows are there to be lost. */
  MigrationRunner runner(Engine other, RevisionMap revisions, ProgressListener told) {
    return new MigrationRunner(
        other,
        revisions,
        NativeChanges.of(engine.dialect()),
        options.withLossy(LossPolicy.ACCEPT).withTogether(false),
        told);
  }

  /** A listener that tells the extensions too; what runs in scratch databases is none of theirs. */
  private ProgressListener hooked() {
    return new HookedListener(listener, extensions);
  }

  Workbench withScripts(ScriptDirectory value) {
    return new Workbench(
        engine,
        connected,
        serverless,
        value,
        settings,
        options,
        listener,
        model,
        clock,
        random,
        extensions);
  }

  Workbench withOptions(RunnerOptions value) {
    return new Workbench(
        engine,
        connected,
        serverless,
        scripts,
        settings,
        value,
        listener,
        model,
        clock,
        random,
        extensions);
  }

  Workbench withListener(ProgressListener value) {
    return new Workbench(
        engine,
        connected,
        serverless,
        scripts,
        settings,
        options,
        value,
        model,
        clock,
        random,
        extensions);
  }

  Workbench withModel(WantedModel value) {
    return new Workbench(
        engine,
        connected,
        serverless,
        scripts,
        settings,
        options,
        listener,
        value,
        clock,
        random,
        extensions);
  }

  Workbench withChance(Clock time, RandomGenerator ids) {
    return new Workbench(
        engine,
        connected,
        serverless,
        scripts,
        settings,
        options,
        listener,
        model,
        time,
        ids,
        extensions);
  }

  Workbench withExtensions(Extensions value) {
    return new Workbench(
        engine,
        connected,
        serverless,
        scripts,
        settings,
        options,
        listener,
        model,
        clock,
        random,
        value);
  }

  /** The schemas that count. */
  List<String> schemas() {
    return RunDialect.of(engine.dialect()).schemas(settings.schemas());
  }

  /** How operations stand in files. */
  Rendering rendering() {
    return new Rendering(extensions, NativeChanges.of(engine.dialect()));
  }

  Workbench withoutDatabase() {
    return new Workbench(
        engine,
        false,
        serverless,
        scripts,
        settings,
        options,
        listener,
        model,
        clock,
        random,
        extensions);
  }

  Workbench withoutServer(String reason) {
    return new Workbench(
        engine,
        false,
        reason,
        scripts,
        settings,
        options,
        listener,
        model,
        clock,
        random,
        extensions);
  }

  /** What the chosen profile allows. */
  Allowed allowed() {
    return new Allowed(engine.url(), settings);
  }

  /** Writes revisions by hand. */
  RevisionAuthor author() {
    return new RevisionAuthor(scripts, clock, random);
  }

  /** Runs what is to be run on a new file. */
  WrittenRevision told(WrittenRevision written) {
    extensions.written(written.file(), written.revision());
    return written;
  }

  /** Finds and mends what is wrong. */
  Repair repairs() {
    return new Repair(engine, scripts, options, Schemas.server(this));
  }
}
