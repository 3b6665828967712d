package org.aludel.migrations.plan;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.CommentOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.CustomOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.EnumUses;
import org.aludel.migrations.operation.ExtensionOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.OperationVisitor;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;

/** The footprint of each operation. */
final class Footprints
    implements OperationVisitor<Footprint>,
        NamespaceOperation.Visitor<Footprint>,
        ExtensionOperation.Visitor<Footprint>,
        EnumOperation.Visitor<Footprint>,
        SequenceOperation.Visitor<Footprint> {
  private final KnownNames known;
  private final TableFootprint tables;

  Footprints(KnownNames known) {
    this.known = known;
    this.tables = new TableFootprint(known);
  }

  @Override
  public Footprint visitNamespace(NamespaceOperation operation) {
    return operation.accept((NamespaceOperation.Visitor<Footprint>) this);
  }

  @Override
  public Footprint visitExtension(ExtensionOperation operation) {
    return operation.accept((ExtensionOperation.Visitor<Footprint>) this);
  }

  @Override
  public Footprint visitEnum(EnumOperation operation) {
    return operation.accept((EnumOperation.Visitor<Footprint>) this);
  }

  @Override
  public Footprint visitSequence(SequenceOperation operation) {
    return operation.accept((SequenceOperation.Visitor<Footprint>) this);
  }

  @Override
  public Footprint visitTable(TableOperation operation) {
    return operation.accept(new TableFootprints(tables));
  }

  @Override
  public Footprint visitColumn(ColumnOperation operation) {
    return operation.accept(new ColumnFootprints(known, tables));
  }

  @Override
  public Footprint visitConstraint(ConstraintOperation operation) {
    return operation.accept(new ConstraintFootprints(tables));
  }

  @Override
  public Footprint visitIndex(IndexOperation operation) {
    return operation.accept(new IndexFootprints(tables));
  }

  /** A comment comes when its object has its final form. */
  @Override
  public Footprint visitComment(CommentOperation operation) {
    QualifiedName object = operation.target().object();
    Footprint footprint = new Footprint();
    String part = operation.target().part();
    switch (operation.target().kind()) {
      case SCHEMA -> footprint.uses(Resource.of(Resource.Kind.SCHEMA, object));
      case EXTENSION -> footprint.uses(Resource.EXTENSIONS);
      case TYPE -> footprint.uses(TableFootprint.type(object));
      case SEQUENCE -> footprint.uses(Resource.of(Resource.Kind.SEQUENCE, object));
      default -> footprint.uses(Resource.of(Resource.Kind.TABLE, object));
    }
    return part == null
        ? footprint
        : footprint.uses(Resource.of(Resource.Kind.COLUMN, object, part));
  }

  @Override
  public Footprint visitObject(ObjectOperation operation) {
    return operation.accept(new ObjectFootprints());
  }

  /** Those on a relation and on its columns keep the order in which they are given. */
  @Override
  public Footprint visitPrivilege(PrivilegeOperation operation) {
    Footprint footprint = new Footprint();
    boolean lapses = operation instanceof PrivilegeOperation.Lapse;
    for (Resource each : RecordedNeeds.of(operation.on())) {
      if (lapses) {
        footprint.releases(each);
      } else {
        footprint.uses(each);
      }
    }
    return operation.on().kind() == ObjectKind.DEFAULT_PRIVILEGES
        ? footprint.within(operation.on().name())
        : footprint.alters(Resource.of(Resource.Kind.OPTIONS, operation.on().name(), "privileges"));
  }

  @Override
  public Footprint visitRebuild(RebuildOperation operation) {
    return RebuildFootprints.of(operation, tables);
  }

  @Override
  public Footprint visitCustom(CustomOperation operation) {
    CustomOperation.Effects effects = operation.effects();
    Footprint footprint = new Footprint();
    effects.creates().forEach(each -> footprint.creates(Resource.of(each)));
    effects.drops().forEach(each -> footprint.drops(Resource.of(each)));
    effects.needs().forEach(each -> RecordedNeeds.of(each).forEach(footprint::uses));
    effects.releases().forEach(each -> RecordedNeeds.of(each).forEach(footprint::releases));
    return footprint;
  }

  @Override
  public Footprint visitCreate(NamespaceOperation.Create operation) {
    return schema(operation.namespace());
  }

  @Override
  public Footprint visitDrop(NamespaceOperation.Drop operation) {
    return schema(operation.namespace()).inverse();
  }

  @Override
  public Footprint visitCreate(ExtensionOperation.Create operation) {
    return extension(operation.extension());
  }

  @Override
  public Footprint visitDrop(ExtensionOperation.Drop operation) {
    return extension(operation.extension()).inverse();
  }

  @Override
  public Footprint visitMove(ExtensionOperation.Move operation) {
    Footprint footprint = new Footprint().alters(Resource.EXTENSIONS);
    String from = operation.from();
    String to = operation.to();
    if (from != null) {
      footprint.releases(Resource.of(Resource.Kind.SCHEMA, QualifiedName.of(from)));
    }
    if (to != null) {
      footprint.uses(Resource.of(Resource.Kind.SCHEMA, QualifiedName.of(to)));
    }
    return footprint;
  }

  @Override
  public Footprint visitUpdate(ExtensionOperation.Update operation) {
    return new Footprint().creates(Resource.EXTENSIONS);
  }

  @Override
  public Footprint visitCreate(EnumOperation.Create operation) {
    return enumType(operation.type());
  }

  @Override
  public Footprint visitDrop(EnumOperation.Drop operation) {
    return enumType(operation.type()).inverse();
  }

  /** Comes before all else and needs nothing: it and its way back find everything as it was. */
  @Override
  public Footprint visitAddValue(EnumOperation.AddValue operation) {
    return new Footprint();
  }

  @Override
  public Footprint visitRemoveValue(EnumOperation.RemoveValue operation) {
    return exchanged(operation.from().name(), operation.uses().columns());
  }

  @Override
  public Footprint visitRenameValue(EnumOperation.RenameValue operation) {
    return new Footprint().precedes(TableFootprint.type(operation.type()));
  }

  @Override
  public Footprint visitChange(EnumOperation.Change operation) {
    return exchanged(operation.from().name(), operation.uses().columns());
  }

  private static Footprint exchanged(QualifiedName type, Iterable<EnumUses.ColumnUse> columns) {
    Footprint footprint = new Footprint().alters(TableFootprint.type(type));
    columns.forEach(
        use -> {
          footprint.touches(Resource.of(Resource.Kind.TABLE, use.table()));
          footprint.alters(Resource.of(Resource.Kind.COLUMN, use.table(), use.column().name()));
        });
    return footprint;
  }

  @Override
  public Footprint visitCreate(SequenceOperation.Create operation) {
    return sequence(operation.sequence());
  }

  @Override
  public Footprint visitDrop(SequenceOperation.Drop operation) {
    return sequence(operation.sequence()).inverse();
  }

  @Override
  public Footprint visitAlter(SequenceOperation.Alter operation) {
    return new Footprint().touches(Resource.of(Resource.Kind.SEQUENCE, operation.from().name()));
  }

  @Override
  public Footprint visitChangeOwner(SequenceOperation.ChangeOwner operation) {
    Footprint footprint =
        new Footprint().touches(Resource.of(Resource.Kind.SEQUENCE, operation.sequence()));
    Sequence.Owner from = operation.from();
    Sequence.Owner to = operation.to();
    Resource ownership = Resource.of(Resource.Kind.OWNERSHIP, operation.sequence());
    if (from != null) {
      footprint.frees(ownership);
      footprint.releases(Resource.of(Resource.Kind.TABLE, from.table()));
      footprint.releases(Resource.of(Resource.Kind.COLUMN, from.table(), from.column()));
    }
    if (to != null) {
      footprint.takes(ownership);
      footprint.uses(Resource.of(Resource.Kind.TABLE, to.table()));
      footprint.uses(Resource.of(Resource.Kind.COLUMN, to.table(), to.column()));
    }
    return footprint;
  }

  @Override
  public Footprint visitRename(SequenceOperation.Rename operation) {
    return new Footprint()
        .creates(Resource.of(Resource.Kind.SEQUENCE, operation.to()))
        .takes(Resource.of(Resource.Kind.RELATION_NAME, operation.to()))
        .frees(Resource.of(Resource.Kind.RELATION_NAME, operation.from()));
  }

  private Footprint sequence(Sequence sequence) {
    Footprint footprint = new Footprint();
    tables.sequence(footprint, sequence);
    return footprint;
  }

  private static Footprint schema(Namespace namespace) {
    return new Footprint()
        .creates(Resource.of(Resource.Kind.SCHEMA, QualifiedName.of(namespace.name())));
  }

  private static Footprint extension(Extension extension) {
    Footprint footprint = new Footprint().creates(Resource.EXTENSIONS);
    String schema = extension.schema();
    return schema == null
        ? footprint
        : footprint.uses(Resource.of(Resource.Kind.SCHEMA, QualifiedName.of(schema)));
  }

  private static Footprint enumType(EnumType type) {
    Footprint footprint =
        new Footprint()
            .creates(TableFootprint.type(type.name()))
            .takes(Resource.of(Resource.Kind.TYPE_NAME, type.name()))
            .uses(Resource.EXTENSIONS);
    TableFootprint.uses(footprint, type.name());
    return footprint;
  }
}
