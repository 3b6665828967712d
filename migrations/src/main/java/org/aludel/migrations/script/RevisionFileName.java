package org.aludel.migrations.script;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.aludel.migrations.revision.Revision;

/** The name {@code YYYYMMDD_HHMM_<id>_<slug>.yaml}, so that a listing is in order of creation. */
final class RevisionFileName {
  private static final int SLUG_LENGTH = 40;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RevisionFileName() {}

  static String of(Revision revision) {
    String slug = slug(revision.message());
    return MINUTE.format(revision.created())
        + "_"
        + revision.id()
        + (slug.isEmpty() ? "" : "_" + slug)
        + ".yaml";
  }

  /** Lower-case ASCII letters and digits, everything else one underscore, cut at a word. */
  static String slug(String message) {
    String ascii =
        Normalizer.normalize(message.replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    if (ascii.length() <= SLUG_LENGTH) {
      return ascii;
    }
    int word = ascii.lastIndexOf('_', SLUG_LENGTH);
    return ascii.substring(0, word > 0 ? word : SLUG_LENGTH);
  }
}
