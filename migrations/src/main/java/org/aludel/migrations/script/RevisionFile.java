package org.aludel.migrations.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.aludel.migrations.revision.Revision;

/**
 * A revision as read from a file.
 *
 * @param path the name that messages show
 * @param warnings what a person should look at, each with its place
 */
public record RevisionFile(String path, Revision revision, List<String> warnings) {
  public RevisionFile {
    warnings = List.copyOf(warnings);
  }

  /**
   * The revision in the one form that the emitter gives it: comments, layout and quoting of the
   * file do not count. It can be loaded again.
   */
  public String canonicalText() {
    return canonicalText(revision);
  }

  /** The SHA-256 of the canonical text, 64 hexadecimal digits. */
  public String digest() {
    return digest(revision);
  }

  /** As {@link #canonicalText()}. */
  public static String canonicalText(Revision revision) {
    return new RevisionEmitter().emit(revision, List.of());
  }

  /** As {@link #digest()}. */
  public static String digest(Revision revision) {
    return digestOf(canonicalText(revision));
  }

  /**
   * Whether a revision has a digest. Where the text of its file has it there is no need to write
   * the canonical one, which would be the same.
   */
  public static boolean hasDigest(Revision revision, String digest) {
    return digest.equals(revision.digest()) || digest.equals(digest(revision));
  }

  /** The digest of what stands in a file behind the comments that it begins with. */
  static String writtenDigest(String text) {
    int start = 0;
    while (text.startsWith("#", start) && text.indexOf('\n', start) >= 0) {
      start = text.indexOf('\n', start) + 1;
    }
    return digestOf(text.substring(start));
  }

  /** The digest of a canonical text. */
  public static String digestOf(String canonicalText) {
    try {
      byte[] text = canonicalText.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }
}
