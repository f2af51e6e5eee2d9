package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The architecture diagram, and what may not cross its lines. */
@AnalyzeClasses(packages = "dev.parley", importOptions = DoNotIncludeTests.class)
class PackagesTest {
  /** A class may use its own feature and those above it in this list. */
  static final List<String> ORDER =
      List.of(
          "platform",
          "cluster",
          "audit",
          "provider",
          "user",
          "session",
          "room",
          "attachment",
          "message",
          "search",
          "presence",
          "notification",
          "integration",
          "realtime",
          "admin");

  /** A faster way to sockets of one server, beside the standard one, which every server has. */
  private static final String TYRUS_WIRE = "dev.parley.realtime.TyrusWire";

  /** A setting of one JPA provider that is to be had in code only. */
  private static final String ONE_TRY = "dev.parley.platform.OneTry";

  /** A bus between nodes that is made of what one database can do. */
  private static final String POSTGRES_CONNECTION = "dev.parley.cluster.PostgresConnection";

  @ArchTest
  static final ArchRule onlyTheBusKnowsNats =
      noClasses()
          .that(not(resideInAPackage(in("cluster"))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.nats..");

  @ArchTest
  static final ArchRule onlyTheChoiceOfAWireKnowsTheFasterOne =
      noClasses()
          .that(not(belongTo("dev.parley.realtime.Wires")).and(not(belongTo(TYRUS_WIRE))))
          .should()
          .dependOnClassesThat(belongTo(TYRUS_WIRE));

  @ArchTest
  static final ArchRule nobodyUsesALaterFeature =
      CompositeArchRule.of(
          IntStream.range(0, ORDER.size() - 1).mapToObj(PackagesTest::usesNothingLater).toList());

  @ArchTest
  static final ArchRule everyClassHasItsFeature =
      classes()
          .should()
          .resideInAnyPackage(
              IntStream.rangeClosed(0, ORDER.size())
                  .mapToObj(i -> i < ORDER.size() ? in(ORDER.get(i)) : in("launcher"))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule onlyTheSocketKnowsWebSockets =
      noClasses()
          .that(not(resideInAPackage(in("realtime"))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.websocket..");

  @ArchTest
  static final ArchRule onlyStatelessServicesAreGivenAnEntityManager =
      fields()
          .that()
          .areAnnotatedWith(PersistenceContext.class)
          .should()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class);

  @ArchTest
  static final ArchRule servicesAndEntitiesKnowNothingOfHttp =
      noClasses()
          .that()
          .areAnnotatedWith(Stateless.class)
          .or()
          .areAnnotatedWith(Entity.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..");

  /** A transaction holds a connection and locks, and hashing takes as long as the machine likes. */
  @ArchTest
  static final ArchRule nothingInATransactionReachesWhatHashes =
      noClasses()
          .that()
          .areAnnotatedWith(Stateless.class)
          .should()
          .transitivelyDependOnClassesThat(
              belongTo("dev.parley.user.Passwords")
                  .or(belongTo("dev.parley.user.PasswordPolicy"))
                  .or(belongTo("dev.parley.user.PasswordLane"))
                  .or(belongTo("dev.parley.provider.ProviderHttp")));

  @ArchTest
  static final ArchRule resourcesNeverSeeAnEntity =
      noClasses()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class);

  @ArchTest
  static final ArchRule theChatServerKnowsNoParticularServer =
      noClasses()
          .that(
              not(resideInAPackage(in("launcher")))
                  .and(not(belongTo(TYRUS_WIRE)))
                  .and(not(belongTo(ONE_TRY)))
                  .and(not(belongTo(POSTGRES_CONNECTION))))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "fish.payara..",
                  "com.sun..",
                  "org.glassfish..",
                  "org.wildfly..",
                  "org.jboss..",
                  "io.undertow..",
                  "org.hibernate..",
                  "org.eclipse.persistence..",
                  "org.apache.derby..",
                  "org.postgresql..",
                  in("launcher")));

  private static ArchRule usesNothingLater(int index) {
    String[] later = ORDER.stream().skip(index + 1L).map(PackagesTest::in).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(in(ORDER.get(index)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later)
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> belongTo(String name) {
    return DescribedPredicate.describe(
        "belong to " + name,
        one -> one.getName().equals(name) || one.getName().startsWith(name + "$"));
  }

  private static String in(String feature) {
    return "dev.parley." + feature + "..";
  }
}
