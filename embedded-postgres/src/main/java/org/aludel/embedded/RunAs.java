package org.aludel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the server's programs are started so that they do not see the root account, which they refuse
 * to run under.
 *
 * <p>An ordinary user runs them directly. For root a user namespace is best: in it the programs see
 * no root, while the files stay root's. Containers often forbid it; then the programs run as
 * another account, to which the data is given.
 *
 * @param prefix the words before the program
 * @param account the account that the data must belong to, if it is not our own
 */
record RunAs(List<String> prefix, @Nullable String account) {
  static final String PROPERTY = "aludel.embedded.runas";
  private static final List<String> CANDIDATES = List.of("postgres", "nobody");

  /**
   * The first way that works here; {@code -Daludel.embedded.runas=unshare|setpriv|su} names one.
   */
  static RunAs choose(Layout layout) throws SQLException, IOException {
    if (ownUid() != 0) {
      return new RunAs(List.of(), null);
    }
    List<RunAs> ways = ways(otherOwner(layout), System.getProperty(PROPERTY, ""));
    for (RunAs way : ways) {
      if (way.works(layout)) {
        return way;
      }
    }
    throw refused(layout, ways);
  }

  /** What to try, in order; data that another account owns is served by that account. */
  private static List<RunAs> ways(@Nullable String owner, String wanted) {
    List<RunAs> ways = new ArrayList<>();
    if (owner == null) {
      ways.add(new RunAs(List.of("unshare", "-U"), null));
    }
    for (String account : owner == null ? CANDIDATES : List.of(owner)) {
      ways.add(setpriv(account));
      ways.add(su(account));
    }
    ways.removeIf(way -> !wanted.isEmpty() && !way.prefix().get(0).equals(wanted));
    return ways;
  }

  private static RunAs setpriv(String account) {
    return new RunAs(
        List.of("setpriv", "--reuid=" + account, "--regid=" + groupOf(account), "--clear-groups"),
        account);
  }

  private static RunAs su(String account) {
    return new RunAs(
        List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", account), account);
  }

  private static SQLException refused(Layout layout, List<RunAs> ways) {
    List<String> tried = ways.stream().map(way -> String.join(" ", way.prefix())).toList();
    return Failure.of(
            EmbeddedCode.ROOT_REFUSED, "cannot run a server in \"" + layout.root() + "\" as root")
        .found("none of these works: " + String.join("; ", tried))
        .expected("a user namespace, or an account postgres or nobody that may enter the directory")
        .fix("run as an ordinary user, or move the directory to where others may enter")
        .toException();
  }

  static int ownUid() throws IOException {
    return Integer.parseInt(Command.run(Path.of("/"), List.of("id", "-u")).output());
  }

  private static String groupOf(String account) {
    try {
      Command asked = Command.run(Path.of("/"), List.of("id", "-g", account));
      // A number without an entry in the account list has no group either.
      return asked.succeeded() ? asked.output() : account;
    } catch (IOException e) {
      return account;
    }
  }

  /** The owner of existing data if that is neither root nor missing. */
  private static @Nullable String otherOwner(Layout layout) throws IOException {
    if (!Files.exists(layout.data())) {
      return null;
    }
    Object uid = Files.getAttribute(layout.data(), "unix:uid");
    return uid.equals(0) ? null : Files.getOwner(layout.data()).getName();
  }

  private boolean works(Layout layout) throws IOException {
    try {
      if (account != null) {
        openTo(layout.root());
      }
      String script = "cd \"$1\" && id -u";
      Command tried =
          Command.run(
              Path.of("/"), command(List.of("sh", "-c", script, "sh", layout.root().toString())));
      return tried.succeeded() && !tried.output().equals("0");
    } catch (IOException e) {
      // The program is not installed here: the next way is tried.
      return false;
    }
  }

  private static void openTo(Path root) throws IOException {
    Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(root));
    if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
      Files.setPosixFilePermissions(root, permissions);
    }
  }

  List<String> command(List<String> words) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(words);
    return all;
  }

  boolean changesOwner() {
    return account != null;
  }

  /** Gives files to the server's account; does nothing where that is our own. */
  void give(Path path) throws IOException {
    if (account == null || !Files.exists(path)) {
      return;
    }
    UserPrincipal owner =
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account);
    if (!Files.getOwner(path).equals(owner)) {
      DirectoryTree.setOwner(path, owner);
    }
  }
}
