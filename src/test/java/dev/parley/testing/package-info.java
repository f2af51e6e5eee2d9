/**
 * What tests stand on: a running server, clients of it, people, a browser.
 *
 * <p>A test of the built WAR is annotated {@link dev.parley.testing.ParleyTest} and takes what it
 * needs as parameters of its constructor, its {@code @BeforeEach} or its test methods:
 *
 * <pre>{@code
 * @ParleyTest
 * class RoomsIT {
 *   @Test
 *   void aRoomIsThereForEveryone(People people) {
 *     Person ana = people.ana();
 *     ana.api().post("/api/chat/rooms", Map.of("name", "garden")).expect(201);
 *   }
 * }
 * }</pre>
 *
 * <p>A test of single sign-on says {@code @ExtendWith(SharedKeycloak.class)} and takes a {@link
 * dev.parley.testing.Keycloak} as well.
 */
package dev.parley.testing;
