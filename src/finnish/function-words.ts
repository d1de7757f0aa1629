/**
 * Finnish words that carry no topic: pronouns, the copula, particles of degree and time, common adpositions
 * (own choice, by their counts in everyday text). Negations and connectives are left out on purpose:
 * polarity and clauses are read from them.
 */
export const functionWords: ReadonlySet<string> = new Set(
  `minä sinä hän me te he se ne tämä nämä tuo nuo joka mikä kuka ken itse toinen kumpi molemmat jokin joku jompikumpi
  kukin mikin muu sama tällainen sellainen tuollainen millainen tämmöinen semmoinen olla voida pitää saada tulla täytyä
  aikoa alkaa taitaa tässä siinä tuossa tästä siitä tähän siihen täällä siellä tuolla täältä sieltä tänne sinne nyt
  sitten silloin aina usein joskus jo vielä juuri taas heti myös myöskin vain vaan ihan aivan hyvin niin noin näin
  kuten jopa edes ainakin juuri kanssa mukaan takia vuoksi ilmi kautta luona luokse luota jälkeen ennen aikana
  välillä kohti pitkin asti saakka puolesta mukana varten sisällä ulkona alla päällä edessä takana vieressä
  oikeastaan tietysti kai ehkä varmaan vaikkapa eli siis kyllä`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
