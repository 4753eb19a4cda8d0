"""The characters after which mirrors insert a reading, with the one reading each always gets.

Collected from pages of 31 mirrors; the order is that of their common ranking: a mirror annotates a prefix of it, so
what stands first is annotated everywhere. None of the characters is in GB2312.
"""

_ENTRIES = """
發fā 現xiàn 聯lián 業yè 經jīng 內nèi 統tǒng 務wù 網wǎng 續xù 創chuàng 關guān 數shù 據jù 調diào 結jié 應yīng
學xué 責zé 構gòu 準zhǔn 負fù 復fù 鎮zhèn 鄉xiāng 協xié 護hù 礎chǔ 預yù 權quán 測cè 濟jì 規guī 習xí 優yōu
絡luò 環huán 質zhì 轉zhuǎn 態tài 隊duì 細xì 臺tái 醫yī 獻xiàn 遠yuǎn 衛wèi 嚴yán 擔dān 監jiān 執zhí 穩wěn
戰zhàn 擴kuò 獨dú 費fèi 驅qū 魚yú 購gòu 買mǎi 紀jì 藍lán 貿mào 節jié 訓xùn 險xiǎn 養yǎng 產chǎn 設shè 術shù
領lǐng 當dāng 區qū 認rèn 標biāo 團tuán 風fēng 導dǎo 運yùn 農nóng 點diǎn 進jìn 項xiàng 達dá 個gè 報bào
營yíng 寫xiě 勢shì 機jī 對duì 計jì 會huì 強qiáng 動dòng 時shí 簡jiǎn 實shí 驗yàn 號hào 錯cuò 價jià 蟲chóng
覺jué 績jī 樂lè 問wèn 長zhǎng 請qǐng 萬wàn 稱chēng 書shū 國guó 沒méi 評píng 無wú 過guò 來lái 識shí 級jí
說shuō 頁yè 車chē 語yǔ 場chǎng 見jiàn 類lèi 開kāi 門mén 層céng 範fàn 謹jǐn 側cè
"""

READINGS: dict[str, str] = {entry[0]: entry[1:] for entry in _ENTRIES.split()}
"""Character to reading, the most widely annotated first."""
