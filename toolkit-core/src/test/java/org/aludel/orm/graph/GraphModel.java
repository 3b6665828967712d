package org.aludel.orm.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The naive reference: nodes by tag, and what a deletion takes along. */
final class GraphModel {
  enum Kind {
    COMPANY,
    PERSON,
    BADGE,
    PROJECT,
    TASK,
    NOTE
  }

  /** One reference of one class. */
  enum Link {
    COMPANY(Kind.PERSON, Kind.COMPANY, false),
    BOSS(Kind.PERSON, Kind.PERSON, false),
    WEARER(Kind.BADGE, Kind.PERSON, true),
    LEAD(Kind.PROJECT, Kind.PERSON, false),
    PROJECT(Kind.TASK, Kind.PROJECT, true),
    ATTACHED(Kind.NOTE, Kind.TASK, false);

    final Kind from;
    final Kind to;

    /** Whether the node that refers dies with the other. */
    final boolean owned;

    Link(Kind from, Kind to, boolean owned) {
      this.from = from;
      this.to = to;
      this.owned = owned;
    }
  }

  static final class Node {
    final Kind kind;
    final String tag;
    String text;
    final Map<Link, String> links = new HashMap<>();
    final TreeSet<String> members = new TreeSet<>();
    List<String> values = List.of();

    Node(Kind kind, String tag, String text) {
      this.kind = kind;
      this.tag = tag;
      this.text = text;
    }

    Node copy() {
      Node copy = new Node(kind, tag, text);
      copy.links.putAll(links);
      copy.members.addAll(members);
      copy.values = values;
      return copy;
    }
  }

  private final TreeMap<String, Node> nodes = new TreeMap<>();

  GraphModel copy() {
    GraphModel copy = new GraphModel();
    nodes.forEach((tag, node) -> copy.nodes.put(tag, node.copy()));
    return copy;
  }

  void add(Node node) {
    nodes.put(node.tag, node);
  }

  Node get(String tag) {
    Node node = nodes.get(tag);
    if (node == null) {
      throw new IllegalStateException("no node " + tag);
    }
    return node;
  }

  boolean has(@Nullable String tag) {
    return tag != null && nodes.containsKey(tag);
  }

  List<Node> all() {
    return List.copyOf(nodes.values());
  }

  List<Node> all(Kind kind) {
    return nodes.values().stream().filter(node -> node.kind == kind).toList();
  }

  /** The nodes that refer to another, in the order of their tags. */
  List<Node> referring(Link link, String tag) {
    return nodes.values().stream().filter(node -> tag.equals(node.links.get(link))).toList();
  }

  void link(String tag, Link link, @Nullable String target) {
    if (target == null) {
      get(tag).links.remove(link);
    } else {
      get(tag).links.put(link, target);
    }
  }

  void delete(String tag) {
    nodes.remove(tag);
    nodes.values().forEach(node -> node.members.remove(tag));
    for (Link link : Link.values()) {
      for (Node node : new ArrayList<>(referring(link, tag))) {
        if (link.owned) {
          delete(node.tag);
        } else {
          node.links.remove(link);
        }
      }
    }
  }

  /** The rows as text, one a node. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Node node : nodes.values()) {
      rows.add(row(node));
    }
    return rows;
  }

  static String row(Node node) {
    StringBuilder row = new StringBuilder(node.tag).append(' ').append(node.text);
    for (Link link : Link.values()) {
      if (link.from == node.kind) {
        row.append(' ').append(link).append('=').append(node.links.getOrDefault(link, "-"));
      }
    }
    GraphValues values = GraphValues.of(node.kind);
    if (values != null) {
      row.append(' ').append(values).append('=').append(String.join(",", node.values));
    }
    if (node.kind == Kind.PROJECT) {
      row.append(" MEMBERS=").append(String.join(",", node.members));
    }
    return row.toString();
  }

  /** The projects that a person is a member of, in the order of their tags. */
  List<String> projectsOf(String tag) {
    return nodes.values().stream()
        .filter(node -> node.members.contains(tag))
        .map(node -> node.tag)
        .toList();
  }
}
