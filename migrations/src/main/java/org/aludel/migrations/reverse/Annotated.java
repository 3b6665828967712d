package org.aludel.migrations.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The members of one annotation, in the order in which they are given. */
final class Annotated {
  private final String name;
  private final List<String> members = new ArrayList<>();

  Annotated(String name) {
    this.name = name;
  }

  Annotated with(String member, String value) {
    members.add(member + " = " + value);
    return this;
  }

  Annotated text(String member, String value) {
    return with(member, JavaName.literal(value));
  }

  Annotated texts(String member, List<String> values) {
    return values.isEmpty()
        ? this
        : with(member, array(values.stream().map(JavaName::literal).toList()));
  }

  Annotated all(String member, List<String> values) {
    return values.isEmpty()
        ? this
        : with(member, "{\n      " + String.join(",\n      ", values) + "\n    }");
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  private static String array(List<String> values) {
    return values.size() == 1
        ? values.get(0)
        : values.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public String toString() {
    if (members.isEmpty()) {
      return "@" + name;
    }
    boolean value = members.size() == 1 && members.get(0).startsWith("value = ");
    String inner =
        value ? members.get(0).substring("value = ".length()) : String.join(", ", members);
    return "@" + name + "(" + inner + ")";
  }
}
