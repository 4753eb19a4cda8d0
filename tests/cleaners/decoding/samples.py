"""Synthetic text (合成) in both scripts and in other languages."""

HANS = "新华社北京电：这是一个合成的句子，说的是今天的天气和人们的生活，没有别的意思。"
HANT = "中央社臺北電：這是一個合成的句子，說的是今天的天氣和人們的生活，沒有別的意思。"
JAPANESE = (
    "これは合成の文章です。今日は天気が良いので、公園で散歩をしました。カタカナのテキストも含まれています。"
)
KOREAN = "이것은 합성된 문장입니다. 오늘은 날씨가 좋아서 공원에서 산책을 했습니다."
RUSSIAN = "Это искусственный текст. Сегодня хорошая погода, и мы гуляли в парке."
FRENCH = "Ceci est un texte synthétique. Nous avons marché à côté de l'église, c'était très agréable, ça va."


def page(text: str, times: int = 6) -> str:
    """A page with the text in several paragraphs."""
    return "<html><head><title>T</title></head><body>" + f"<p>{text}</p>\n" * times + "</body></html>"
