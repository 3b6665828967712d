package org.aludel.reflect;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.util.Suggestion;

/** Picks tables out of what was read, with those that their foreign keys lead to. */
record ReflectedTables(MetaData found) {
  MetaData of(Collection<TableReflection> wanted) {
    Map<QualifiedName, Table> picked = new LinkedHashMap<>();
    Deque<Table> open = new ArrayDeque<>();
    for (TableReflection one : wanted) {
      Table table = one.applied(required(one.table()));
      picked.put(table.name(), table);
      if (one.followsForeignKeys()) {
        open.add(table);
      }
    }
    while (!open.isEmpty()) {
      for (ForeignKey key : open.pop().foreignKeys()) {
        Optional<Table> target = found.table(key.target());
        if (target.isPresent() && !picked.containsKey(key.target())) {
          picked.put(key.target(), target.get());
          open.add(target.get());
        }
      }
    }
    return MetaData.ofTables(List.copyOf(picked.values()));
  }

  private Table required(QualifiedName name) {
    return found.table(name).orElseThrow(() -> unknown(name));
  }

  private SchemaException unknown(QualifiedName name) {
    List<String> known = found.tables().stream().map(one -> one.name().toString()).toList();
    return new SchemaException(
        Problem.of(SchemaCode.UNKNOWN_TABLE, "cannot reflect table \"" + name + "\"")
            .found(known.size() + " tables, none of that name")
            .expected("one of them" + Suggestion.phrase(name.toString(), known))
            .fix("name the schema as well where it is not the default one"));
  }
}
