package org.aludel.migrations.compare;

import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.Grant;
import org.aludel.schema.Index;
import org.aludel.schema.Namespace;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;

/** What of one side is seen, object by object; parts are asked about only where the whole is. */
interface Sight {
  boolean sees(Namespace namespace);

  boolean sees(Extension extension);

  boolean sees(EnumType type);

  boolean sees(Sequence sequence);

  boolean sees(Table table);

  boolean sees(SchemaObject object);

  boolean sees(Grant grant);

  boolean sees(QualifiedName table, Column column);

  boolean sees(QualifiedName table, Constraint constraint);

  boolean sees(QualifiedName table, Index index);
}
