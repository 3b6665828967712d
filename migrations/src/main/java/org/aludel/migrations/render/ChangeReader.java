package org.aludel.migrations.render;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.Value;
import org.aludel.schema.QualifiedName;

/** The parameters of a change, or of a mapping within it; what nobody asked for is refused. */
final class ChangeReader {
  private final Change change;
  private final Map<String, Value> parameters;
  private final Set<String> read = new HashSet<>();

  ChangeReader(Change change) {
    this(change, change.parameters());
  }

  private ChangeReader(Change change, Map<String, Value> parameters) {
    this.change = change;
    this.parameters = parameters;
  }

  String type() {
    return change.type();
  }

  Optional<String> text(String parameter) {
    read.add(parameter);
    return parameters.get(parameter) instanceof Value.Text value
        ? Optional.of(value.text())
        : Optional.empty();
  }

  String required(String parameter) {
    return text(parameter)
        .orElseThrow(() -> refused("no \"" + parameter + "\"", "\"" + parameter + "\""));
  }

  boolean flag(String parameter, boolean otherwise) {
    return text(parameter).map(Boolean::parseBoolean).orElse(otherwise);
  }

  Optional<Long> number(String parameter) {
    return text(parameter).map(each -> parsed(parameter, each));
  }

  private Long parsed(String parameter, String text) {
    try {
      return Long.valueOf(text.trim());
    } catch (NumberFormatException e) {
      throw refused("\"" + parameter + "\": " + text, "a whole number");
    }
  }

  /** Names separated by commas. */
  List<String> names(String parameter) {
    return Arrays.stream(required(parameter).split(",")).map(String::trim).toList();
  }

  QualifiedName name(String parameter, String schemaParameter) {
    return new QualifiedName(text(schemaParameter).orElse(null), required(parameter));
  }

  /** The mappings of a list, each inside its wrapper such as {@code column}. */
  List<ChangeReader> items(String parameter, String wrapper) {
    read.add(parameter);
    if (!(parameters.get(parameter) instanceof Value.Items items)) {
      return List.of();
    }
    return items.items().stream()
        .map(each -> each instanceof Value.Fields fields ? fields.fields().get(wrapper) : null)
        .map(
            each -> {
              if (each instanceof Value.Fields fields) {
                return new ChangeReader(change, fields.fields());
              }
              throw refused("\"" + parameter + "\" without \"" + wrapper + "\"", wrapper);
            })
        .toList();
  }

  /** A mapping, empty when it is absent. */
  ChangeReader fields(String parameter) {
    read.add(parameter);
    return new ChangeReader(
        change,
        parameters.get(parameter) instanceof Value.Fields fields ? fields.fields() : Map.of());
  }

  /**
   * @throws RevisionException MIG-UNKNOWN-CHANGE naming the parameters that have no effect here
   */
  void refuseUnread() {
    Set<String> left = new TreeSet<>(parameters.keySet());
    left.removeAll(read);
    if (!left.isEmpty()) {
      throw refused(
          "the parameter \"" + String.join("\", \"", left) + "\"",
          "parameters that our own renderer takes: \""
              + String.join("\", \"", new TreeSet<>(read))
              + "\"");
    }
  }

  RevisionException refused(String found, String expected) {
    return new RevisionException(
        Problem.of(MigrationCode.UNKNOWN_CHANGE, "cannot run the change \"" + change.type() + "\"")
            .found((change.source().isEmpty() ? "" : change.source() + ": ") + found)
            .expected(expected)
            .fix("write the statement as a change of type sql"));
  }
}
