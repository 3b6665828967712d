package org.aludel.migrations.command;

import java.util.List;
import org.aludel.migrations.compare.RenameHint;
import org.aludel.schema.MetaData;

/**
 * The schema that mapped classes ask for, handed in by whoever knows them.
 *
 * @param renames what the classes say of their old names
 */
public record WantedModel(MetaData schema, List<RenameHint> renames) {
  public WantedModel {
    renames = List.copyOf(renames);
  }

  /** A schema without renames. */
  public static WantedModel of(MetaData schema) {
    return new WantedModel(schema, List.of());
  }
}
