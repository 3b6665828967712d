package org.aludel.migrations.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads one YAML document into {@link YamlNode}s. Refuses what hides things from a reader: several
 * documents, repeated keys, aliases, tags, keys that are no text.
 */
public final class YamlReader {
  /** Scalars are taken as written, so that their types need no look. */
  private static final Resolver UNTYPED =
      new Resolver() {
        @Override
        protected void addImplicitResolvers() {
          // none
        }
      };

  private final String file;
  private final Findings findings;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlReader(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /**
   * The document's root, or empty when the text is empty or no YAML; what is wrong stands in the
   * findings.
   *
   * @param file the name that positions begin with
   */
  public static Optional<YamlNode> read(String file, String text, Findings findings) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    YamlReader reader = new YamlReader(file, findings);
    try {
      Node root = composer(content).getSingleNode();
      return Optional.ofNullable(root).map(reader::convert);
    } catch (MarkedYAMLException e) {
      findings.error(reader.at(e.getProblemMark()), "no YAML: " + e.getProblem());
    } catch (ReaderException e) {
      findings.error(
          reader.at(content, e.getPosition()),
          String.format("no YAML: the character U+%04X cannot stand here", e.getCodePoint()));
    } catch (YAMLException e) {
      findings.error(file, "no YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** Without the parts that make and write objects: a folder holds hundreds of files. */
  private static Composer composer(String content) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return new Composer(new ParserImpl(new StreamReader(content), options), UNTYPED, options);
  }

  private YamlNode convert(Node node) {
    String at = at(node.getStartMark());
    if (!seen.add(node)) {
      findings.error(at, "a YAML anchor is used more than once; write the value out");
      return new YamlNode.Scalar("", false, at);
    }
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar, at);
    }
    if (node instanceof SequenceNode sequence) {
      refuseTag(node, Tag.SEQ, at);
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(item)));
      return new YamlNode.Sequence(items, at);
    }
    refuseTag(node, Tag.MAP, at);
    return mapping((MappingNode) node, at);
  }

  private YamlNode scalar(ScalarNode node, String at) {
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    if (!plain || node.getTag().getValue().startsWith("!")) {
      refuseTag(node, Tag.STR, at);
    }
    return new YamlNode.Scalar(node.getValue(), plain, at);
  }

  private void refuseTag(Node node, Tag expected, String at) {
    if (!node.getTag().equals(expected)) {
      findings.error(
          at, "the YAML tag " + node.getTag() + " is not allowed; write the value plain");
    }
  }

  private YamlNode mapping(MappingNode node, String at) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Map<String, String> keys = new HashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      String keyAt = at(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        findings.error(keyAt, "a key must be text");
        continue;
      }
      String first = keys.putIfAbsent(key.getValue(), keyAt);
      if (first == null) {
        entries.add(new YamlNode.Entry(key.getValue(), keyAt, convert(tuple.getValueNode())));
      } else {
        findings.error(keyAt, "the key \"" + key.getValue() + "\" stands already at " + first);
      }
    }
    return new YamlNode.Mapping(entries, at);
  }

  private String at(Mark mark) {
    return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }

  private String at(String content, int codePoints) {
    String before = content.substring(0, content.offsetByCodePoints(0, codePoints));
    long line = before.chars().filter(character -> character == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return file + ":" + line + ":" + column;
  }
}
