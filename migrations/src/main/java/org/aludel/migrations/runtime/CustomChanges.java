package org.aludel.migrations.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.Value;
import org.aludel.migrations.step.StepCall;

/** The change that names a class: one of ours, or one that Liquibase runs. */
final class CustomChanges {
  static final String TYPE = "customChange";

  private CustomChanges() {}

  /** The step in Java; empty for a class that is none of ours. Refuses with JAVA_STEP. */
  static Optional<StepCall> call(Change change, ClassLoader loader, boolean back) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Value each : values(change)) {
      if (each instanceof Value.Fields fields) {
        Value named = fields.fields().getOrDefault("param", fields);
        if (named instanceof Value.Fields param) {
          parameters.put(text(param, "name"), text(param, "value"));
        }
      }
    }
    return StepCall.of(
        loader, change.text("class").orElse("").strip(), parameters, back, change.source());
  }

  /** One parameter under {@code param}, any number under {@code params}. */
  private static List<Value> values(Change change) {
    Value param = change.parameters().get("param");
    Value params = change.parameters().get("params");
    if (params instanceof Value.Items items) {
      return items.items();
    }
    return param == null ? List.of() : List.of(param);
  }

  private static String text(Value.Fields fields, String name) {
    return fields.fields().get(name) instanceof Value.Text text ? text.text() : "";
  }
}
