package org.aludel.migrations.command;

import java.util.List;
import org.aludel.migrations.check.RevisionIndex;
import org.aludel.migrations.config.RunSetting;
import org.jspecify.annotations.Nullable;

/**
 * A database whose revisions a build packs.
 *
 * @param name one of several of the application; null where it has one
 * @param locations folders of the class path that hold its revisions
 * @param running says where it notes its heads, which an application must know
 */
public record PackedDatabase(@Nullable String name, List<String> locations, RunSetting running) {
  public PackedDatabase {
    locations =
        locations.isEmpty() ? List.of(RevisionIndex.usualLocation(name)) : List.copyOf(locations);
  }
}
