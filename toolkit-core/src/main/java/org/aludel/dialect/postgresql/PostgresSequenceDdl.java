package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.SequenceDdl;
import org.aludel.ddl.SequenceDdl.AlterSequence;
import org.aludel.ddl.SequenceDdl.CreateSequence;
import org.aludel.ddl.SequenceDdl.DropSequence;
import org.aludel.ddl.SequenceDdl.RenameSequence;
import org.aludel.ddl.SequenceDdl.SetSequenceLogged;
import org.aludel.ddl.SequenceDdl.SetSequenceOwner;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;

/** Sequences of their own. */
final class PostgresSequenceDdl implements SequenceDdl.Visitor<String> {
  private final IdentifierQuoter quoter;

  /**
   * @param quoter writes names, in the schemas that are meant
   */
  PostgresSequenceDdl(IdentifierQuoter quoter) {
    this.quoter = quoter;
  }

  @Override
  public String visitCreateSequence(CreateSequence statement) {
    Sequence sequence = statement.sequence();
    List<String> clauses = new ArrayList<>();
    clauses.add(
        (sequence.unlogged() ? "CREATE UNLOGGED SEQUENCE " : "CREATE SEQUENCE ")
            + quoter.quote(sequence.name()));
    if (!sequence.dataType().equals("bigint")) {
      clauses.add("AS " + sequence.dataType());
    }
    clauses.addAll(PostgresSequenceOptions.forCreate(sequence.options()));
    return String.join(" ", clauses);
  }

  @Override
  public String visitAlterSequence(AlterSequence statement) {
    Sequence from = statement.from();
    Sequence to = statement.to();
    List<String> clauses = new ArrayList<>();
    if (!from.dataType().equals(to.dataType())) {
      clauses.add("AS " + to.dataType());
    }
    clauses.addAll(PostgresSequenceOptions.forAlter(from.options(), to.options()));
    if (clauses.isEmpty()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot alter sequence \"" + from.name() + "\"")
              .found("no option that differs")
              .expected("another data type, step, bound, start, cache or cycle"));
    }
    return alter(from.name()) + String.join(" ", clauses);
  }

  @Override
  public String visitSetSequenceOwner(SetSequenceOwner statement) {
    Sequence.Owner owner = statement.owner();
    String column =
        owner == null ? "NONE" : quoter.quote(owner.table()) + "." + quoter.quote(owner.column());
    return alter(statement.sequence()) + "OWNED BY " + column;
  }

  @Override
  public String visitRenameSequence(RenameSequence statement) {
    return alter(statement.sequence()) + "RENAME TO " + quoter.quote(statement.to());
  }

  @Override
  public String visitSetSequenceLogged(SetSequenceLogged statement) {
    return alter(statement.sequence()) + (statement.logged() ? "SET LOGGED" : "SET UNLOGGED");
  }

  @Override
  public String visitDropSequence(DropSequence statement) {
    return "DROP SEQUENCE " + quoter.quote(statement.sequence());
  }

  private String alter(QualifiedName sequence) {
    return "ALTER SEQUENCE " + quoter.quote(sequence) + " ";
  }
}
