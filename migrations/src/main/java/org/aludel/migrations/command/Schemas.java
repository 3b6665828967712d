package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.migrations.compare.Ownership;
import org.aludel.migrations.config.ModelSetting;
import org.aludel.migrations.config.ScratchSetting;
import org.aludel.migrations.config.UnmanagedPolicy;
import org.aludel.migrations.model.ModelSource;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.scratch.Normaliser;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The three schemas that commands compare: that of the live database, that of the model, and the
 * one that the revisions make from nothing. Each is read when it is first asked for and kept. Not
 * thread-safe.
 */
final class Schemas {
  private final Workbench bench;
  private final RevisionMap revisions;
  private final ScratchServer scratch;
  private @Nullable MetaData live;
  private @Nullable MetaData made;

  Schemas(Workbench bench, RevisionMap revisions) {
    this.bench = bench;
    this.revisions = revisions;
    this.scratch = server(bench);
  }

  /** Where scratch databases are made. */
  ScratchServer scratch() {
    return scratch;
  }

  /** The live database, read in one transaction. */
  MetaData live() {
    MetaData known = live;
    if (known == null) {
      known = bench.settings().tenants().given() ? ofTemplate() : reflect(bench.engine());
      live = known;
    }
    return known;
  }

  /** The template and what tenants share, without the schemas of the other tenants. */
  private MetaData ofTemplate() {
    List<String> schemas = new ArrayList<>(bench.schemas());
    schemas.add(bench.options().defaultSchema());
    return liveIn(schemas);
  }

  /** Some schemas of the live database, and what belongs to none. */
  MetaData liveIn(List<String> schemas) {
    return reflect(
        bench.engine(), ReflectOptions.of(bench.options().defaultSchema()).withSchemas(schemas));
  }

  /** What the revisions up to a target make in an empty database. */
  MetaData madeUpTo(String symbol) {
    return revisions.revisions().isEmpty() ? MetaData.empty() : replayed(symbol);
  }

  /**
   * What all revisions make in an empty database.
   *
   * @throws org.aludel.error.RevisionException SCRATCH_FAILED; STEP_FAILED when a revision does not
   *     run from nothing
   */
  MetaData made() {
    MetaData known = made;
    if (known == null) {
      known = revisions.revisions().isEmpty() ? MetaData.empty() : replayed("heads");
      made = known;
    }
    return known;
  }

  /** What may be dropped: all, or what the revisions made; they are run when it matters first. */
  Ownership ownership() {
    return bench.settings().unmanaged() == UnmanagedPolicy.INCLUDE
        ? Ownership.everything()
        : Ownership.of(this::made);
  }

  /**
   * Where the wanted schema comes from.
   *
   * @throws UsageException INVALID_SETTING when neither classes nor a file of SQL were given
   */
  ModelSource source() {
    ModelSetting setting = bench.settings().model();
    if (setting.sqlFile() != null) {
      return ModelSource.ofSqlFile(Path.of(setting.sqlFile()), setting.objects());
    }
    WantedModel model = bench.model();
    if (model == null) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot compare: there is no model")
              .expected("mapped classes, or a file of SQL")
              .fix("migrations.model(WantedModel.of(registry.metaData())), or model: sql:FILE"));
    }
    return ModelSource.of(model.schema(), setting.objects());
  }

  private MetaData replayed(String symbol) {
    try (ScratchDatabase database = scratch.create()) {
      if (bench.settings().tenants().given()) {
        new Normaliser(bench.options().defaultSchema())
            .normalise(SharedSchema.of(live()), database);
      }
      bench.runner(database.engine(), revisions, ProgressListener.SILENT).upgrade(symbol);
      return reflect(database.engine());
    }
  }

  private MetaData reflect(Engine engine) {
    return reflect(engine, ReflectOptions.of(bench.options().defaultSchema()));
  }

  private static MetaData reflect(Engine engine, ReflectOptions what) {
    try (Connection connection = engine.connect()) {
      return connection.inspector().reflect(what);
    }
  }

  /** Where the settings say that scratch databases are made. */
  static ScratchServer server(Workbench bench) {
    ScratchSetting setting = bench.settings().scratch();
    if (setting.mode() == ScratchSetting.Mode.NONE) {
      return ScratchServer.none(bench.engine(), "the settings say scratch: none");
    }
    if (setting.url() != null) {
      return ScratchServer.at(setting.url(), bench.engine());
    }
    String serverless = bench.serverless();
    return serverless == null
        ? ScratchServer.of(bench.engine())
        : ScratchServer.none(bench.engine(), serverless);
  }
}
