package org.aludel.reflect;

import java.util.List;
import java.util.regex.Pattern;
import org.aludel.schema.QualifiedName;

/** Which objects {@link ReflectOptions#excludePatterns()} leave in. Immutable. */
public final class ObjectFilter {
  private record Exclusion(String kind, Pattern name) {
    boolean matches(String objectKind, QualifiedName object) {
      return (kind.isEmpty() || kind.equals(objectKind))
          && (name.matcher(object.name()).matches() || name.matcher(object.toString()).matches());
    }
  }

  private final List<Exclusion> exclusions;

  private ObjectFilter(List<Exclusion> exclusions) {
    this.exclusions = exclusions;
  }

  /** The filter of some options. */
  public static ObjectFilter of(ReflectOptions options) {
    return new ObjectFilter(
        options.excludePatterns().stream().map(ObjectFilter::exclusion).toList());
  }

  /** Whether no pattern leaves the object out. */
  public boolean admits(String kind, QualifiedName name) {
    return exclusions.stream().noneMatch(one -> one.matches(kind, name));
  }

  private static Exclusion exclusion(String pattern) {
    int colon = pattern.indexOf(':');
    String kind = colon < 0 ? "" : pattern.substring(0, colon);
    return new Exclusion(kind, Pattern.compile(expression(pattern.substring(colon + 1))));
  }

  private static String expression(String glob) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char one = glob.charAt(i);
      text.append(one == '*' ? ".*" : one == '?' ? "." : Pattern.quote(String.valueOf(one)));
    }
    return text.toString();
  }
}
