package org.aludel.migrations.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How new revision files are named and what stands at their heads.
 *
 * @param file the pattern of new files, with directories if wanted, such as {@code
 *     {year}/{month}/{id}_{slug}}; null for the usual {@code YYYYMMDD_HHMM_<id>_<slug>}
 * @param timezone in which the date of the name is told
 * @param slugLength how many characters of the title go into the name at most
 * @param template a file whose comment lines stand at the head of each new revision, or null
 */
public record LayoutSetting(
    @Nullable String file, ZoneId timezone, int slugLength, @Nullable Path template) {
  /** How much of a title is told by a name, unless said otherwise. */
  public static final int SLUG_LENGTH = 40;

  /** A name with a date and an id must still fit into the 255 bytes of a file's name. */
  public static final int MOST_SLUG = 150;

  /** What a pattern may hold in braces. */
  public static final List<String> TOKENS =
      List.of("year", "month", "day", "hour", "minute", "second", "id", "slug");

  /** What holds where nobody says anything. */
  public static LayoutSetting standard() {
    return new LayoutSetting(null, ZoneOffset.UTC, SLUG_LENGTH, null);
  }
}
