package org.aludel.migrations.script;

import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.migrations.config.LayoutSetting;
import org.aludel.migrations.revision.Revision;

/**
 * The name {@code YYYYMMDD_HHMM_<id>_<slug>.yaml}, so that a listing is in order of creation, or
 * what the layout says; a path below the directory then.
 */
final class RevisionFileName {
  private static final Pattern TOKEN = Pattern.compile("\\{([a-z]+)}");
  private static final Map<String, DateTimeFormatter> TIMES =
      Map.of(
          "year", time("yyyy"),
          "month", time("MM"),
          "day", time("dd"),
          "hour", time("HH"),
          "minute", time("mm"),
          "second", time("ss"));

  private RevisionFileName() {}

  static String of(Revision revision, LayoutSetting layout) {
    String pattern =
        layout.file() == null
            ? "{year}{month}{day}_{hour}{minute}_{id}_{slug}"
            : layout.file().replaceFirst("\\.ya?ml$", "");
    String slug = slug(revision.message(), layout.slugLength());
    if (slug.isEmpty()) {
      pattern = pattern.replaceAll("[_-]?\\{slug}", "");
    }
    Matcher tokens = TOKEN.matcher(pattern);
    StringBuilder name = new StringBuilder();
    while (tokens.find()) {
      String text = text(tokens.group(1), revision, layout, slug);
      tokens.appendReplacement(name, Matcher.quoteReplacement(text));
    }
    return tokens.appendTail(name).append(".yaml").toString();
  }

  private static String text(String token, Revision revision, LayoutSetting layout, String slug) {
    DateTimeFormatter time = TIMES.get(token);
    if (time != null) {
      return time.withZone(layout.timezone()).format(revision.created());
    }
    return token.equals("id") ? revision.id() : slug;
  }

  private static DateTimeFormatter time(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** Lower-case ASCII letters and digits, everything else one underscore, cut at a word. */
  static String slug(String message, int length) {
    String ascii =
        Normalizer.normalize(message.replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    if (ascii.length() <= length) {
      return ascii;
    }
    int word = ascii.lastIndexOf('_', length);
    return ascii.substring(0, word > 0 ? word : length);
  }
}
