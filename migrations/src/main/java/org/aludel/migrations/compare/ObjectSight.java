package org.aludel.migrations.compare;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.aludel.migrations.extension.ComparedObject;
import org.aludel.migrations.extension.Filters;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.Grant;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** What filters by object let through, of both sides alike; each object is asked about once. */
final class ObjectSight implements Sight {
  private final Filters filters;
  private final Set<Object> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<ObjectReference> references = new HashSet<>();
  private final Set<QualifiedName> relations = new HashSet<>();
  private final Set<String> schemas = new HashSet<>();

  private ObjectSight(Filters filters) {
    this.filters = filters;
  }

  static ObjectSight of(MetaData database, MetaData model, String defaultSchema, Filters filters) {
    ObjectSight sight = new ObjectSight(filters);
    Pairing pairing = new Pairing(defaultSchema);
    for (Pairing.Pair pair : pairing.wholes(database, model)) {
      if (sight.decide(pair) && pair.either() instanceof Table) {
        pairing.parts(pair).forEach(sight::decide);
      }
    }
    return sight;
  }

  /** Asks about an object, unless what it belongs to is hidden already. */
  private boolean decide(Pairing.Pair pair) {
    if (pair.either() instanceof SchemaObject object
        && object.reference().kind().isPart()
        && relations.contains(object.reference().name())) {
      return false;
    }
    String schema = pair.name().schema();
    if (schema != null && schemas.contains(schema)) {
      hide(pair);
      return false;
    }
    Object model = pair.model();
    boolean admitted =
        filters.admits(
            new ComparedObject(
                pair.name(), pair.either(), model == null, model == null ? null : pair.database()));
    if (!admitted) {
      hide(pair);
    }
    return admitted;
  }

  private void hide(Pairing.Pair pair) {
    hide(pair.database());
    hide(pair.model());
  }

  private void hide(@Nullable Object object) {
    if (object == null) {
      return;
    }
    hidden.add(object);
    if (object instanceof Namespace namespace) {
      schemas.add(namespace.name());
    } else if (object instanceof Table table) {
      references.add(table.reference());
      relations.add(table.name());
    } else if (object instanceof SchemaObject other) {
      references.add(other.reference());
      relations.add(other.reference().name());
    } else if (object instanceof EnumType type) {
      references.add(ObjectReference.of(ObjectKind.ENUM, type.name()));
    } else if (object instanceof Sequence sequence) {
      references.add(ObjectReference.of(ObjectKind.SEQUENCE, sequence.name()));
    }
  }

  @Override
  public boolean sees(Namespace namespace) {
    return !hidden.contains(namespace);
  }

  @Override
  public boolean sees(Extension extension) {
    return !hidden.contains(extension);
  }

  @Override
  public boolean sees(EnumType type) {
    return !hidden.contains(type);
  }

  @Override
  public boolean sees(Sequence sequence) {
    return !hidden.contains(sequence);
  }

  @Override
  public boolean sees(Table table) {
    return !hidden.contains(table);
  }

  @Override
  public boolean sees(SchemaObject object) {
    return !hidden.contains(object)
        && !(object.reference().kind().isPart() && relations.contains(object.reference().name()));
  }

  @Override
  public boolean sees(Grant grant) {
    ObjectReference on = grant.on();
    String schema = Objects.requireNonNullElse(on.name().schema(), on.name().name());
    return !references.contains(on)
        && !(on.kind().isPart() && relations.contains(on.name()))
        && !schemas.contains(schema);
  }

  @Override
  public boolean sees(QualifiedName table, Column column) {
    return !hidden.contains(column);
  }

  @Override
  public boolean sees(QualifiedName table, Constraint constraint) {
    return !hidden.contains(constraint);
  }

  @Override
  public boolean sees(QualifiedName table, Index index) {
    return !hidden.contains(index);
  }
}
