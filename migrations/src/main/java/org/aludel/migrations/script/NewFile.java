package org.aludel.migrations.script;

import java.nio.file.Path;
import java.util.List;
import org.aludel.migrations.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision and what its file says to people.
 *
 * @param banner the comment at the top, empty for none
 * @param appendix comment lines for the end, each with its {@code #}; empty for none
 * @param directory which of the directories gets it; null for that of the revision it follows
 */
public record NewFile(
    Revision revision, List<BannerLine> banner, String appendix, @Nullable Path directory) {
  public NewFile {
    banner = List.copyOf(banner);
  }

  /** A file with a comment at the top alone. */
  public static NewFile of(Revision revision, List<BannerLine> banner) {
    return new NewFile(revision, banner, "", null);
  }
}
