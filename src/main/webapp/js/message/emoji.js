// One line each: the emoji, then the words by which it is found, the first of which is its name.
const EMOJI = `
👍 thumbs up, yes, good, like, agree
👎 thumbs down, no, bad, dislike
❤️ heart, love, red
😂 tears of joy, laugh, funny, lol
🎉 party, tada, celebrate, hooray
🙏 thanks, please, folded hands, pray
👀 eyes, look, seen, watching
✅ check mark, done, ok, yes
😀 grin, happy, smile
😄 smile, happy, joy
😅 sweat smile, relief, phew
🤣 rolling, laugh, rofl
🙂 slight smile, friendly
😉 wink
😊 blush, happy, warm
😍 heart eyes, love, adore
😘 kiss
😋 yum, tasty
😎 cool, sunglasses
🤓 nerd, glasses
🤔 thinking, hmm, wonder
🤨 raised eyebrow, doubt, sceptical
😐 neutral, meh
🙄 rolling eyes
😏 smirk
😬 grimace, awkward
😴 asleep, tired, sleep
🤒 ill, sick, fever
🤯 mind blown, exploding head, wow
🥳 partying face, birthday, celebrate
😢 sad, cry, tear
😭 sobbing, cry, sad
😤 huffing, proud
😠 angry, cross
😡 furious, angry, red
😱 scream, fear, shock
😮 surprised, oh, wow
😳 flushed, embarrassed
🥺 pleading, please, puppy eyes
🤗 hug, hands
🤐 zipped mouth, secret
🫡 salute, yes, respect
🫠 melting, hot
🤷 shrug, dunno, whatever
🤦 facepalm, oh no
👋 wave, hello, bye
👏 clap, applause, bravo
🙌 raised hands, praise, hooray
💪 strong, muscle, arm
🤝 handshake, deal, agree
✌️ victory, peace
🤞 fingers crossed, luck, hope
👌 perfect, ok hand, fine
☝️ point up, one, note
👇 point down, below
👉 point right
👈 point left
✋ stop, hand, high five
🫶 heart hands, love, thanks
🤘 rock, horns
🧡 orange heart, love
💛 yellow heart, love
💚 green heart, love
💙 blue heart, love
💜 purple heart, love
🖤 black heart, love
💔 broken heart, sad
💯 hundred, perfect, full marks
🔥 fire, hot, great
✨ sparkles, magic, new, clean
⭐ star, favourite
🌟 glowing star, brilliant
⚡ lightning, fast, power
💥 boom, collision, explosion
💡 idea, light bulb
❓ question, what
❗ exclamation, important
❌ cross, no, wrong
⚠️ warning, careful
🚫 forbidden, no, blocked
🆗 ok button
🆕 new button
➕ plus, add
➖ minus, less
🔴 red circle, stop
🟡 yellow circle, wait
🟢 green circle, go, ready
🔵 blue circle
🚀 rocket, launch, ship, fast
🚢 ship, release
🏁 finish, flag, done
🎯 target, bullseye, exactly
🏆 trophy, win
🥇 gold medal, first
🎁 gift, present
🎂 cake, birthday
🍾 champagne, celebrate
🥂 cheers, toast
🍻 beer, cheers
☕ coffee, break, tea
🍵 tea
🍕 pizza, lunch
🥗 salad, lunch
🍔 burger, lunch
🍎 apple, fruit
🍌 banana, fruit
🍪 cookie, biscuit
🍿 popcorn, watching
🌱 seedling, plant, growing
🌳 tree
🌻 sunflower, flower
🌹 rose, flower
🍀 clover, luck
🌈 rainbow
☀️ sun, weather
🌧️ rain, weather
❄️ snow, cold, weather
🌊 wave, sea, water
🌙 moon, night
🌍 earth, world
🐛 bug, insect, error
🐞 ladybird, bug
🐝 bee, busy
🦆 duck
🐢 turtle, slow
🐌 snail, slow
🐱 cat
🐶 dog
🦊 fox
🐼 panda
🐧 penguin
🦄 unicorn
🐙 octopus
🐘 elephant
🦖 dinosaur, old
👻 ghost
🤖 robot, bot
👽 alien
💩 poo
🎃 pumpkin, halloween
🎄 christmas tree
📌 pin, important
📎 paper clip, attached
📝 note, memo, write
📖 book, read, docs
📚 books, docs, learn
📅 calendar, date
📈 chart up, growth
📉 chart down
📊 chart, numbers
📣 megaphone, announce
🔔 bell, notify
🔕 no bell, mute
🔍 search, magnifier, look
🔑 key
🔒 lock, secure
🔓 unlock, open
🔗 link
🔧 wrench, fix, repair
🔨 hammer, build
🛠️ tools, fix, build
⚙️ gear, settings
🧪 test tube, test, try
🧹 broom, clean up
🧯 fire extinguisher, emergency
🩹 plaster, patch, fix
💻 laptop, computer, work
🖥️ screen, computer
📱 phone, mobile
⌨️ keyboard
🖨️ printer
💾 disk, save
📦 package, parcel, release
🗑️ bin, delete, rubbish
⏰ alarm clock, time
⏳ hourglass, waiting, time
🕐 clock, time
💤 asleep, sleep, tired
💰 money, bag
💸 money, spent
💬 speech bubble, talk, comment
💭 thought
🎵 music, note
🎶 music, notes
🎸 guitar, music
🎨 art, paint, design
🎬 film, action
📷 camera, photo
🎮 game, play
🎲 dice, luck
🧩 puzzle, piece
⚽ football, ball
🚲 bicycle, bike
🚗 car
🚆 train
✈️ plane, travel
🏠 house, home
🏢 office
🏖️ beach, holiday
⛰️ mountain
🏳️‍🌈 rainbow flag, pride
🙈 see no evil, monkey, oops
🙉 hear no evil, monkey
🙊 speak no evil, monkey
`;

const ALL = EMOJI.trim()
  .split('\n')
  .map((line) => {
    const at = line.indexOf(' ');
    const words = line.slice(at + 1);
    return { emoji: line.slice(0, at), name: words.split(',')[0], words };
  });

/** The emoji of which each word of `query` begins a word, those that are called so first. */
export function findEmoji(query) {
  const asked = query.trim().toLowerCase().split(/\s+/u);
  const begins = ({ words }, part) => ` ${words.replaceAll(',', '')}`.includes(` ${part}`);
  const found = ALL.filter((entry) => asked.every((part) => begins(entry, part)));
  return found.sort((a, b) => Number(b.name.startsWith(asked[0])) - Number(a.name.startsWith(asked[0])));
}
