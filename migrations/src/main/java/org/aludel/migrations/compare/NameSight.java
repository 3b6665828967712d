package org.aludel.migrations.compare;

import java.util.HashMap;
import java.util.Map;
import org.aludel.migrations.extension.ComparedName;
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

/** What filters by name let through of the database; each name is asked about once. */
final class NameSight implements Sight {
  private final MetaData side;
  private final ComparedNames names;
  private final Filters filters;
  private final Map<ComparedName, Boolean> answers = new HashMap<>();

  NameSight(MetaData side, ComparedNames names, Filters filters) {
    this.side = side;
    this.names = names;
    this.filters = filters;
  }

  /** One that each database has cannot be missing; what is in it is hidden all the same. */
  @Override
  public boolean sees(Namespace namespace) {
    return namespace.inEveryDatabase() || admits(names.schema(namespace.name()));
  }

  @Override
  public boolean sees(Extension extension) {
    return admits(names.whole(ObjectKind.EXTENSION, QualifiedName.of(extension.name())));
  }

  @Override
  public boolean sees(EnumType type) {
    return sees(ObjectReference.of(ObjectKind.ENUM, type.name()));
  }

  @Override
  public boolean sees(Sequence sequence) {
    return sees(ObjectReference.of(ObjectKind.SEQUENCE, sequence.name()));
  }

  @Override
  public boolean sees(Table table) {
    return sees(table.reference());
  }

  @Override
  public boolean sees(SchemaObject object) {
    return sees(object.reference());
  }

  @Override
  public boolean sees(Grant grant) {
    return grant.on().kind() == ObjectKind.SCHEMA
        ? admits(names.schema(grant.on().name().name()))
        : sees(grant.on());
  }

  @Override
  public boolean sees(QualifiedName table, Column column) {
    return admits(names.part("column", table, column.name()));
  }

  @Override
  public boolean sees(QualifiedName table, Constraint constraint) {
    return admits(names.part(ComparedNames.word(constraint), table, constraint.name().text()));
  }

  @Override
  public boolean sees(QualifiedName table, Index index) {
    return admits(names.part("index", table, index.name().text()));
  }

  private boolean sees(ObjectReference reference) {
    ComparedName name = names.of(reference);
    if (name.schema() != null && !admits(names.schema(name.schema()))) {
      return false;
    }
    return (!reference.kind().isPart() || admits(names.whole(owner(reference), reference.name())))
        && admits(name);
  }

  /** What a part belongs to. */
  private ObjectKind owner(ObjectReference part) {
    if (part.kind() == ObjectKind.DOMAIN_CONSTRAINT) {
      return ObjectKind.DOMAIN;
    }
    return side.view(part.name()).map(view -> view.reference().kind()).orElse(ObjectKind.TABLE);
  }

  private boolean admits(ComparedName name) {
    return answers.computeIfAbsent(name, filters::admits);
  }
}
