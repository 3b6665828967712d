package org.aludel.migrations.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aludel.util.Suggestion;

/** Collects what is wrong with a file, so that all of it is told at once. Not thread-safe. */
public final class Findings {
  private final List<String> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** Something that makes the file unusable. */
  public void error(String at, String text) {
    errors.add(at.isEmpty() ? text : at + ": " + text);
  }

  /** Something that a person should look at. */
  public void warn(String at, String text) {
    warnings.add(at + ": " + text);
  }

  /** Reports each key that is not known, with the nearest known one. */
  public void unknownKeys(YamlNode.Mapping mapping, String owner, Collection<String> known) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        error(
            entry.keyAt(),
            "unknown key \""
                + entry.key()
                + "\" in "
                + owner
                + Suggestion.phrase(entry.key(), known)
                + " Known: "
                + String.join(", ", known));
      }
    }
  }

  /** In the order found. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /** In the order found. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** "1 problem" or "3 problems". */
  public String count() {
    return errors.size() == 1 ? "1 problem" : errors.size() + " problems";
  }
}
