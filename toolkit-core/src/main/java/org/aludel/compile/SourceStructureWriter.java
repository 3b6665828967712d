package org.aludel.compile;

import java.util.IdentityHashMap;
import java.util.List;
import org.aludel.sql.Cte;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Join;
import org.aludel.sql.JoinedSource;
import org.aludel.sql.SourceVisitor;
import org.aludel.sql.TableFunction;
import org.aludel.sql.TableScan;
import org.aludel.sql.TableSource;

/** The part of a {@link StructureWriter} that writes what stands in FROM. */
final class SourceStructureWriter implements SourceVisitor<OperationStructureWriter> {
  private enum Mark {
    TABLE,
    SCAN,
    DERIVED,
    CTE,
    SELF,
    FUNCTION,
    JOINED,
    CHAIN,
    ABSENT
  }

  private final StructureWriter writer;

  /** Named queries by their number; the first time one is met it is written whole. */
  private final IdentityHashMap<Cte.Definition<?>, Integer> known = new IdentityHashMap<>();

  SourceStructureWriter(StructureWriter writer) {
    this.writer = writer;
  }

  void from(FromPlan from) {
    writer.add(from.chains().size());
    for (FromPlan.Chain chain : from.chains()) {
      writer.add(Mark.CHAIN);
      chain.item().accept(this);
      for (FromPlan.Step join : chain.joins()) {
        writer.add(join.kind());
        join.target().accept(this);
        match(join.match());
      }
    }
  }

  private void match(Join.Match match) {
    List<String> using = match.using();
    writer.optional(match.on()).add(using == null ? Mark.ABSENT : using);
  }

  @Override
  public OperationStructureWriter visitTable(TableSource<?> node) {
    return writer.add(Mark.TABLE).add(node.key());
  }

  @Override
  public OperationStructureWriter visitScan(TableScan node) {
    writer.add(Mark.SCAN).add(node.key()).add(node.isOnly());
    TableScan.Sample sample = node.sample();
    return sample == null
        ? writer.add(Mark.ABSENT)
        : writer.add(sample.method()).all(sample.arguments()).optional(sample.seed());
  }

  @Override
  public OperationStructureWriter visitDerived(DerivedTable<?> node) {
    writer.add(Mark.DERIVED).add(node.alias()).add(node.names()).add(node.isLateral());
    if (node.isLateral()) {
      writer.select(node.query());
    } else {
      writer.scopes().withoutInnermost(() -> writer.select(node.query()));
    }
    return writer;
  }

  @Override
  public OperationStructureWriter visitCte(Cte<?> node) {
    writer.scopes().apart(() -> read(node));
    return writer;
  }

  /** A named query where the columns of queries around are in sight. */
  void read(Cte<?> node) {
    Cte.Definition<?> definition = node.definition();
    writer.add(Mark.CTE).add(definition.name()).orNull(node.alias());
    Integer number = known.putIfAbsent(definition, known.size());
    if (number != null) {
      writer.add(number);
      return;
    }
    Cte.Body<?> body = definition.body();
    writer.add(definition.names()).add(body.isRecursive());
    writer.orNull(body.storage()).orNull(definition.traversal());
    body.statement().accept(writer);
  }

  @Override
  public OperationStructureWriter visitSelf(Cte.Self<?> node) {
    return writer.add(Mark.SELF).add(node.cteName()).orNull(node.alias());
  }

  @Override
  public OperationStructureWriter visitTableFunction(TableFunction<?> node) {
    TableFunction.Shape<?> shape = node.shape();
    writer.add(Mark.FUNCTION).add(node.alias()).add(node.names());
    writer.add(shape.ordinality() != null);
    shape.columns().forEach(column -> writer.add(column.type()));
    for (TableFunction.Part part : node.calls()) {
      writer.one(part.call()).add(part.definition().size());
      part.definition().forEach(column -> writer.add(column.name()).add(column.type()));
    }
    return writer;
  }

  @Override
  public OperationStructureWriter visitJoined(JoinedSource node) {
    writer.add(Mark.JOINED).orNull(node.alias()).add(node.names());
    FromPlan inside = FromPlan.of(List.of(node.first()), node.joins());
    if (node.alias() == null) {
      from(inside);
    } else {
      writer.scopes().push(inside.sources(), true);
      from(inside);
      writer.scopes().pop();
    }
    return writer;
  }
}
