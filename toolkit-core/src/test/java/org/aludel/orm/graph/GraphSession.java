package org.aludel.orm.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.aludel.orm.graph.GraphModel.Kind;
import org.aludel.orm.graph.GraphModel.Link;
import org.aludel.orm.graph.GraphModel.Node;
import org.aludel.orm.session.Session;
import org.jspecify.annotations.Nullable;

/** One session under test, and its objects by tag. */
final class GraphSession {
  final Session session;
  private final Map<String, GraphBase> held = new HashMap<>();
  private final Map<String, Long> ids;

  GraphSession(Session session, Map<String, Long> ids) {
    this.session = session;
    this.ids = ids;
  }

  static Class<? extends GraphBase> type(Kind kind) {
    return switch (kind) {
      case COMPANY -> Company.class;
      case PERSON -> Person.class;
      case BADGE -> Badge.class;
      case PROJECT -> Project.class;
      case TASK -> Task.class;
      case NOTE -> Note.class;
    };
  }

  static GraphBase make(Kind kind) {
    return switch (kind) {
      case COMPANY -> new Company();
      case PERSON -> new Person();
      case BADGE -> new Badge();
      case PROJECT -> new Project();
      case TASK -> new Task();
      case NOTE -> new Note();
    };
  }

  /** The object of a node: the one at hand, else read by its id. */
  GraphBase object(Node node) {
    GraphBase known = held.get(node.tag);
    if (known == null) {
      known = session.getOne(type(node.kind), ids.get(node.tag));
      held.put(node.tag, known);
    }
    return known;
  }

  void hold(String tag, GraphBase object) {
    held.put(tag, object);
  }

  void forget(String tag) {
    held.remove(tag);
  }

  Collection<GraphBase> held() {
    return List.copyOf(held.values());
  }

  /** Notes the ids that a flush made. */
  void noteIds() {
    held.forEach(
        (tag, object) -> {
          if (object.getId() != null) {
            ids.put(tag, object.getId());
          }
        });
  }

  /** Sets the side that has the foreign key; false for a link without such an attribute. */
  static boolean set(GraphBase from, Link link, @Nullable GraphBase to) {
    switch (link) {
      case COMPANY -> ((Person) from).setCompany((Company) to);
      case BOSS -> ((Person) from).setBoss((Person) to);
      case WEARER -> ((Badge) from).setPerson((Person) to);
      case LEAD -> ((Project) from).setLead((Person) to);
      case PROJECT -> ((Task) from).setProject((Project) to);
      case ATTACHED -> {
        return false;
      }
    }
    return true;
  }

  /** The collection on the other side, or null where there is none. */
  @SuppressWarnings("unchecked") // each list holds what its link comes from
  static <T extends GraphBase> @Nullable List<T> mirror(Link link, GraphBase to) {
    List<? extends GraphBase> mirror =
        switch (link) {
          case COMPANY -> ((Company) to).getStaff();
          case PROJECT -> ((Project) to).getTasks();
          case ATTACHED -> ((Task) to).getNotes();
          case BOSS, WEARER, LEAD -> null;
        };
    return (List<T>) mirror;
  }

  /** An object as the model writes its row; notes do not know their task. */
  static String row(GraphBase object, GraphModel model) {
    StringBuilder row = new StringBuilder(object.getTag()).append(' ').append(object.getText());
    if (object instanceof Person person) {
      row.append(" COMPANY=").append(tag(person.getCompany()));
      row.append(" BOSS=").append(tag(person.getBoss()));
    } else if (object instanceof Badge badge) {
      row.append(" WEARER=").append(tag(badge.getPerson()));
    } else if (object instanceof Project project) {
      row.append(" LEAD=").append(tag(project.getLead()));
    } else if (object instanceof Task task) {
      row.append(" PROJECT=").append(tag(task.getProject()));
    }
    for (GraphValues values : GraphValues.values()) {
      if (type(values.of).isInstance(object)) {
        row.append(' ').append(values).append('=').append(String.join(",", values.read(object)));
      }
    }
    if (object instanceof Project project) {
      row.append(" MEMBERS=").append(String.join(",", tags(project.getMembers(), model)));
    }
    return row.toString();
  }

  private static String tag(@Nullable GraphBase object) {
    return object == null ? "-" : object.getTag();
  }

  /** The tags in the attributes that mirror references, as far as the model still has them. */
  static List<String> mirrored(GraphBase object, GraphModel model) {
    List<? extends GraphBase> all = List.of();
    if (object instanceof Company company) {
      all = company.getStaff();
    } else if (object instanceof Project project) {
      all = project.getTasks();
    } else if (object instanceof Task task) {
      all = task.getNotes();
    } else if (object instanceof Person person) {
      List<GraphBase> both = new ArrayList<>(person.getProjects());
      if (person.getBadge() != null) {
        both.add(person.getBadge());
      }
      all = both;
    }
    return tags(all, model);
  }

  private static List<String> tags(Collection<? extends GraphBase> all, GraphModel model) {
    TreeSet<String> tags = new TreeSet<>();
    for (GraphBase one : all) {
      if (model.has(one.getTag())) {
        tags.add(one.getTag());
      }
    }
    return new ArrayList<>(tags);
  }

  /** The same from the model. */
  static List<String> mirrored(Node node, GraphModel model) {
    Link link =
        switch (node.kind) {
          case COMPANY -> Link.COMPANY;
          case PROJECT -> Link.PROJECT;
          case TASK -> Link.ATTACHED;
          case PERSON -> Link.WEARER;
          case BADGE, NOTE -> null;
        };
    TreeSet<String> tags = new TreeSet<>(model.projectsOf(node.tag));
    if (link != null) {
      model.referring(link, node.tag).forEach(one -> tags.add(one.tag));
    }
    return new ArrayList<>(tags);
  }
}
