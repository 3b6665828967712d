package org.aludel.orm.hybrid;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities that the tests of hybrids use. */
public abstract class ScoreBase extends DeclarativeBase {}
