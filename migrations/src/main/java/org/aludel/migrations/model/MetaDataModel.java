package org.aludel.migrations.model;

import java.util.List;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.scratch.Normaliser;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.migrations.scratch.ScratchScript;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.schema.MetaData;

/** A schema that was handed in, with objects that only SQL can state. */
record MetaDataModel(MetaData model, List<ScratchScript> objects) implements ModelSource {
  MetaDataModel {
    objects = List.copyOf(objects);
  }

  @Override
  public MetaData wanted(MetaData live, CompareOptions options, ScratchServer scratch) {
    Normaliser normaliser = new Normaliser(options.defaultSchema());
    MetaData spelled = normaliser.spelled(model);
    if (objects.isEmpty() && agrees(live, spelled, options)) {
      return spelled;
    }
    try (ScratchDatabase database = scratch.create()) {
      return normaliser.normalise(model, objects, database);
    }
  }

  /** Another spelling is found as a difference, so finding none needs no normalising. */
  private static boolean agrees(MetaData live, MetaData spelled, CompareOptions options) {
    CompareOptions all = options.withDrops(CompareOptions.Drops.allowed());
    Differences differences = Comparison.compare(live, spelled, all);
    return differences.operations().isEmpty();
  }
}
