package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.sql.StatementOption;

/** Turns the options of a statement into the plans of its entities. */
final class LoadPlans {
  private final EntityModels models;
  private final List<StatementOption> unused;
  private final boolean overwrite;

  LoadPlans(EntityModels models, List<StatementOption> options) {
    this.models = models;
    this.unused = new ArrayList<>(options);
    this.overwrite = unused.removeIf(Loading.PopulateExisting.class::isInstance);
  }

  /** The plan of one entity of the statement; takes the options that name its class. */
  LoadPlan of(EntityModel<?> model) {
    List<StatementOption> own = new ArrayList<>();
    unused.removeIf(option -> names(option, model) && own.add(option));
    return plan(own);
  }

  /** Refuses options that no entity of the statement took. */
  void requireAllUsed() {
    if (!unused.isEmpty()) {
      throw refused(unused.get(0), "no entity of the statement has this relationship");
    }
  }

  private LoadPlan plan(List<StatementOption> options) {
    if (options.isEmpty() && !overwrite) {
      return LoadPlan.MAPPED;
    }
    Map<Relationship, LoadPlan.Branch> branches = new HashMap<>();
    for (StatementOption option : options) {
      if (!(option instanceof Loading.RelationshipOption one)) {
        throw refused(option, "an option of another library, or in a place where it means nothing");
      }
      Relationship relationship = Relationships.of(models, one.relationship());
      branches.put(relationship, new LoadPlan.Branch(one.strategy(), plan(one.behind())));
    }
    return new LoadPlan(branches, overwrite);
  }

  private static boolean names(StatementOption option, EntityModel<?> model) {
    return option instanceof Loading.RelationshipOption one
        && one.relationship().table().rowType() == model.mapper().type();
  }

  private static UsageException refused(StatementOption option, String found) {
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot use the option " + option.describe())
            .found(found)
            .expected("an option of org.aludel.orm.query.Loading for a selected entity"));
  }
}
