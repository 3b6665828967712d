package org.aludel.ddl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.schema.Constraint;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** Statements about whole tables. */
public sealed interface TableDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitTable(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitCreateTable(CreateTable statement);

    R visitRenameTable(RenameTable statement);

    R visitSetTableSchema(SetTableSchema statement);

    R visitDropTable(DropTable statement);

    R visitAttachPartition(AttachPartition statement);

    R visitSetRowSecurity(SetRowSecurity statement);

    R visitSetReplicaIdentity(SetReplicaIdentity statement);

    R visitClusterOn(ClusterOn statement);

    R visitDetachPartition(DetachPartition statement);

    R visitSetLogged(SetLogged statement);

    R visitSetStorage(SetStorage statement);

    R visitSetAccessMethod(SetAccessMethod statement);

    R visitSetParent(SetParent statement);
  }

  /**
   * {@code CREATE TABLE} with the columns and all constraints of the value; a caller that wants
   * some later hands over a table without them. Indexes and comments are statements of their own.
   */
  record CreateTable(Table table) implements TableDdl {
    /**
     * Refuses a constraint that is not validated: inside CREATE TABLE the server drops the mark.
     *
     * @throws SchemaException INVALID_OBJECT
     */
    public CreateTable {
      for (Constraint constraint : table.constraints()) {
        if (!constraint.validated()) {
          throw new SchemaException(
              Problem.of(
                      SchemaCode.INVALID_OBJECT,
                      "cannot create table \"" + table.name() + "\" in one statement")
                  .found("constraint \"" + constraint.name() + "\", which is NOT VALID")
                  .expected("constraints that are valid from the start")
                  .fix("add it by a statement of its own, AddConstraint"));
        }
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateTable(this);
    }
  }

  /** {@code ALTER TABLE … RENAME TO}, within its schema. */
  record RenameTable(QualifiedName table, String to) implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRenameTable(this);
    }
  }

  /** {@code ALTER TABLE … SET SCHEMA}; the default schema goes by its own name here. */
  record SetTableSchema(QualifiedName table, String schema) implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetTableSchema(this);
    }
  }

  /** {@code DROP TABLE}, without CASCADE. */
  record DropTable(QualifiedName table) implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropTable(this);
    }
  }

  /**
   * {@code ATTACH PARTITION}: indexes and constraints of the partition that equal those of the
   * table become parts of them.
   */
  record AttachPartition(QualifiedName table, QualifiedName partition, String bound)
      implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAttachPartition(this);
    }
  }

  /** {@code ENABLE} and {@code FORCE ROW LEVEL SECURITY}, or their opposites. */
  record SetRowSecurity(QualifiedName table, Table.RowSecurity security) implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetRowSecurity(this);
    }
  }

  /** {@code REPLICA IDENTITY}; null for the default. */
  record SetReplicaIdentity(QualifiedName table, @Nullable String identity) implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetReplicaIdentity(this);
    }
  }

  /** {@code DETACH PARTITION}: its parts become its own. */
  record DetachPartition(QualifiedName table, QualifiedName partition) implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDetachPartition(this);
    }
  }

  /** {@code SET LOGGED} or {@code SET UNLOGGED}, which rewrites the table. */
  record SetLogged(QualifiedName table, boolean logged) implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetLogged(this);
    }
  }

  /** {@code SET (…)} and {@code RESET (…)} of what differs between two sets of parameters. */
  record SetStorage(QualifiedName table, Map<String, String> from, Map<String, String> to)
      implements TableDdl {
    public SetStorage {
      from = Collections.unmodifiableMap(new LinkedHashMap<>(from));
      to = Collections.unmodifiableMap(new LinkedHashMap<>(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetStorage(this);
    }
  }

  /** {@code SET ACCESS METHOD}, which rewrites the table; null for the usual one. */
  record SetAccessMethod(QualifiedName table, @Nullable String method) implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetAccessMethod(this);
    }
  }

  /** {@code INHERIT} or {@code NO INHERIT}. */
  record SetParent(QualifiedName table, QualifiedName parent, boolean inherits)
      implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetParent(this);
    }
  }

  /** {@code CLUSTER ON}, which only remembers the index; null for none. */
  record ClusterOn(QualifiedName table, @Nullable String index) implements TableDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitClusterOn(this);
    }
  }
}
