package org.aludel.migrations.model;

import java.util.List;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.handover.Transitional;
import org.aludel.migrations.scratch.Normaliser;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.migrations.scratch.ScratchScript;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.schema.MetaData;

/**
 * A schema that was handed in, with objects that only SQL can state.
 *
 * @param complete whether the two state all objects beside the tables; otherwise those of the
 *     database belong to the model
 */
record MetaDataModel(MetaData model, List<ScratchScript> objects, boolean complete)
    implements ModelSource {
  MetaDataModel {
    objects = List.copyOf(objects);
  }

  @Override
  public MetaData wanted(MetaData live, CompareOptions options, ScratchServer scratch) {
    Normaliser normaliser = new Normaliser(options.defaultSchema());
    if (!objects.isEmpty()) {
      return withoutAdopted(normaliser, live, scratch);
    }
    MetaData spelled = adopted(normaliser.spelled(model), live);
    if (agrees(live, spelled, options)) {
      return spelled;
    }
    MetaData creatable = Adoption.creatable(spelled);
    try (ScratchDatabase database = scratch.create()) {
      return adopted(normaliser.normalise(creatable, database), live);
    } catch (RevisionException failure) {
      if (creatable.objects().isEmpty()) {
        throw failure;
      }
      return withoutAdopted(normaliser, live, scratch);
    }
  }

  /**
   * What was adopted may stand on what the model no longer has, or be what the files create. The
   * one is for the plan to say, and no reason not to read the model.
   */
  private MetaData withoutAdopted(Normaliser normaliser, MetaData live, ScratchServer scratch) {
    try (ScratchDatabase database = scratch.create()) {
      return adopted(normaliser.normalise(model, objects, database), live);
    }
  }

  private MetaData adopted(MetaData stated, MetaData live) {
    MetaData lasting = Transitional.without(live);
    return complete ? Adoption.ofTables(stated, lasting) : Adoption.of(stated, lasting);
  }

  /** Another spelling is found as a difference, so finding none needs no normalising. */
  private static boolean agrees(MetaData live, MetaData spelled, CompareOptions options) {
    CompareOptions all = options.withDrops(CompareOptions.Drops.allowed());
    Differences differences = Comparison.compare(live, spelled, all);
    return differences.operations().isEmpty();
  }
}
